import * as fc from "fast-check";
import { expect, test } from "vitest";
import { seedFrom } from "./seed.ts";

test("properties are tried on the same values every day", () => {
  expect(seedFrom()).toBe(seedFrom());
  expect(fc.readConfigureGlobal().seed).toBe(seedFrom(process.env["LIFTLINE_SEED"]));
});

test("a number repeats a find, a typing error is told", () => {
  expect(seedFrom("-885220757")).toBe(-885_220_757);
  expect(() => seedFrom("rnadom")).toThrow("LIFTLINE_SEED");
});

test("random ones differ from run to run", async () => {
  const first = seedFrom("random");
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(seedFrom("random")).not.toBe(first);
});
