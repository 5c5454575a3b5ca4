import { expect, test } from "vitest";
import { enGB } from "../src/messages/en-gb.ts";
import { listOf, withNumbers } from "./number-messages.ts";

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

test("parts of a catalogue can be spread into a whole", () => {
  const lists = [{ "tray.title": "Your choice" }, { "lead.faults": { one: "a", other: "b" }, "lead.title": "C" }];
  const [tray, lead] = lists.map((part) => listOf(part, numbers));
  expect(lead).toBe('["C",{"one":"a","other":"b"}]');
  expect(tray).toBe('[,,"Your choice"]');
});

test("a part that says something English does not say ends the build", () => {
  expect(() => listOf({ "lead.other": "?" }, numbers)).toThrow("lead.other");
});

test("every key is one that the build recognises", () => {
  const all = new Map(Object.keys(enGB).map((key) => [key, 7]));
  expect(Object.keys(enGB).filter((key) => withNumbers(`"${key}"`, all) !== "7")).toEqual([]);
});
