import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { equalsSecretly } from "./equals-secretly.ts";

test.each([
  ["a secret", "a secret", true],
  ["", "", true],
  ["a secret", "a secreT", false],
  ["a secret", "a secret ", false],
  ["", "a secret", false],
  ["a".repeat(100_000), "a", false],
  ["é", "e\u0301", false],
])("%j and %j are equal: %s", (given, expected, equal) => {
  expect(equalsSecretly(given.slice(0, 100_000), expected)).toBe(equal);
});

test("R26: no file here compares a secret in any other way", () => {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const text = files.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  expect(text).not.toMatch(/(password|secret|signature|authorization)\w*(\(\))? [!=]== (?!"")/i);
  expect(text.match(/timingSafeEqual\(/g)).toHaveLength(1);
});
