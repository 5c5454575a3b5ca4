import { expect, test } from "vitest";
import { enGB } from "../src/messages/en-gb.ts";
import { codeOf, withNumbers } from "./number-messages.ts";

const numbers = new Map([
  ["lead.title", 0],
  ["lead.faults", 1],
  ["tray.title", 2],
]);

test("a key becomes its number, and any other string stays what it is", () => {
  expect(withNumbers('t("lead.title"), t(sent ? "tray.title" : "search.spent")', numbers)).toBe(
    't(0), t(sent ? 2 : "search.spent")',
  );
});

test("a language is one text, with nothing where another part stands", () => {
  expect(codeOf({ "tray.title": "C", "lead.faults": "B", "lead.title": "A" }, numbers)).toBe('"A<B<C".split("<")');
  expect(codeOf({ "tray.title": "C", "lead.faults": "B" }, numbers)).toBe('"<B<C".split("<")');
});

test("a language that says only a few things otherwise leaves no empty text for the rest", () => {
  expect(codeOf({ "tray.title": "C", "lead.title": "A" }, numbers)).toBe('{"0":"A","2":"C"}');
});

test("a part that says something English does not say, or the mark between messages, ends the build", () => {
  expect(() => codeOf({ "lead.other": "?" }, numbers)).toThrow("lead.other");
  expect(() => codeOf({ "lead.title": "a < b" }, numbers)).toThrow("lead.title");
});

test("every key is one that the build recognises", () => {
  const all = new Map(Object.keys(enGB).map((key) => [key, 7]));
  expect(Object.keys(enGB).filter((key) => withNumbers(`"${key}"`, all) !== "7")).toEqual([]);
});
