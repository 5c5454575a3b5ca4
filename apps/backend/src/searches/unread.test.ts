import { expect, test } from "vitest";
import { entriesOf, fieldsOf, readCount, readNumber, readText, saysNo, saysYes } from "./unread.ts";

test.each([null, undefined, "text", 4, true])("%j has neither fields nor entries", (value) => {
  expect(fieldsOf(value)).toEqual({});
  expect(entriesOf(value)).toEqual([]);
});

test("an object has its fields and no entries, a list its entries", () => {
  expect(fieldsOf<{ id: string }>({ id: 4 }).id).toBe(4);
  expect(entriesOf({ length: 1, 0: "a" })).toEqual([]);
  expect(entriesOf([null, "a"])).toEqual([null, "a"]);
});

test.each([
  [7300.49, 7300.49, 7300],
  ["7300.5", 7300.5, 7301],
  [" 12 ", 12, 12],
  [-5, -5, null],
  [1e300, 1e300, null],
  ["", null, null],
  [" ", null, null],
  ["soon", null, null],
  ["1e999", null, null],
  [Number.NaN, null, null],
  [true, null, null],
  [[7], null, null],
  [null, null, null],
])("G13: %j is read as the number %j and the count %j", (value, number, count) => {
  expect(readNumber(value)).toBe(number);
  expect(readCount(value)).toBe(count);
});

test("a text that is too long is none", () => {
  expect(readText("abc", 3)).toBe("abc");
  expect(readText("abcd", 3)).toBeNull();
  expect(readText({ toString: () => "abc" }, 3)).toBeNull();
});

test.each([
  [true, true, false],
  ["true", true, false],
  [false, false, true],
  ["false", false, true],
  ["yes", false, false],
  [1, false, false],
  [null, false, false],
])("G18: %j says yes: %j, no: %j", (flag, yes, no) => {
  expect([saysYes(flag), saysNo(flag)]).toEqual([yes, no]);
});
