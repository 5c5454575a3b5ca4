import * as fc from "fast-check";
import { expect, test } from "vitest";
import { delayBefore, patientSchedule } from "./delivery-schedule.ts";

const base = { schedule: patientSchedule, attempts: 1, fraction: 1, wait: "backoff" as const };

test("R12: tries get slower, then hourly", () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 40].map((attempts) => delayBefore({ ...base, attempts }) / 1000);
  expect(seconds).toEqual([5, 30, 120, 600, 1800, 3600, 3600, 3600]);
});

test("R12: full jitter: anywhere between now and then", () => {
  expect(delayBefore({ ...base, attempts: 2, fraction: 0 })).toBe(0);
  expect(delayBefore({ ...base, attempts: 2, fraction: 0.5 })).toBe(15_000);
});

test("a conflict comes back within 1 to 5 seconds, a refused connection is probed every 5 minutes", () => {
  expect([0, 1].map((fraction) => delayBefore({ ...base, fraction, wait: "shortly" }))).toEqual([1000, 5000]);
  expect(delayBefore({ ...base, wait: "probe" })).toBe(300_000);
  expect(delayBefore({ ...base, wait: "now" })).toBe(0);
});

test("R12: a wish of the marketplace is obeyed within reason, nonsense is not", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.double(), fc.constantFrom(Number.NaN, -1, 1e9)),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (wait, fraction) => {
        const delay = delayBefore({ ...base, wait, fraction });
        expect(delay).toBeGreaterThanOrEqual(1000);
        expect(delay).toBeLessThanOrEqual(3_601_000);
        if (wait >= 1000 && wait <= 3_600_000) expect(delay).toBeGreaterThanOrEqual(Math.floor(wait));
      },
    ),
  );
});
