import { expect, test } from "vitest";
import { chooseOption, chosenLimit } from "./choose-option.ts";

test("a second tap takes an option out again", () => {
  expect(chooseOption(chooseOption([], "a"), "a")).toEqual([]);
});

test("the eleventh option is not taken", () => {
  const ten = Array.from({ length: chosenLimit }, (_, index) => `token-${index}`);
  expect(chooseOption(ten, "one too many")).toBe(ten);
  expect(chooseOption(ten, "token-3")).toHaveLength(9);
});
