import { LeadReceipt } from "@liftline/schema";
import { expect, test } from "vitest";
import { systemRandomness } from "../randomness.ts";
import { randomId, randomText } from "./random-id.ts";

test("a reference is always one that can be read out: 10,000 draws fit the contract", () => {
  const receivedAt = "2026-12-01T10:00:00Z";
  const references = Array.from({ length: 10_000 }, () => `LL-${randomText(systemRandomness, 6)}`);
  for (const reference of references) LeadReceipt.parse({ reference, receivedAt });
  // One in a thousand million each: two equal ones among so few are luck, three are a fault.
  expect(new Set(references).size).toBeGreaterThan(9_997);
});

test("every character is as likely as any other", () => {
  const counts = new Map<string, number>();
  for (const character of randomText(systemRandomness, 32_000)) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(32);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});

test("an id says what it names and is never drawn twice", () => {
  const ids = Array.from({ length: 10_000 }, () => randomId(systemRandomness, "lead"));
  expect(ids[0]).toMatch(/^lead_[0-9A-Z]{26}$/);
  expect(new Set(ids).size).toBe(10_000);
});
