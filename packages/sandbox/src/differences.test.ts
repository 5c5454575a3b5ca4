import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const text = readFileSync(new URL("../DIFFERENCES.md", import.meta.url), "utf8");
const rows = text
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| # |"))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );

test("every guess says what it is, what it rests on and what is to be asked", () => {
  expect(rows.length).toBeGreaterThan(100);
  for (const row of rows) {
    expect(row, row[0]).toHaveLength(5);
    const [number, point, guess, source, question] = row;
    for (const cell of [number, point, guess, source]) expect(cell, number).toMatch(/\w/);
    // A dash: the sandbox's own choice, which nobody has to be asked about.
    expect(question, number).toMatch(/\w|^–$/);
  }
});

test("every guess has a number of its own", () => {
  const numbers = rows.map(([number]) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
});
