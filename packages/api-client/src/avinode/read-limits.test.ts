import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLimited, limitedFor, readLimits } from "./read-limits.ts";

const now = Date.UTC(2026, 11, 1, 10);

function reset(text: string): number {
  return limitedFor(readLimits(new Headers({ "X-Rate-Limit-Reset": text }), now));
}

describe("how long a limit holds", () => {
  test.each([
    ["7", 7000],
    [" 7.5 ", 7500],
    ["0", 1000],
    ["-1", 1000],
    ["1e9", 3_600_000],
    ["Infinity", 3_600_000],
    ["Tue, 01 Dec 2026 10:00:30 GMT", 30_000],
    ["2026-12-01T10:01:00Z", 60_000],
    ["Tue, 01 Dec 2020 10:00:00 GMT", 1000],
    ["NaN", 10_000],
    ["", 10_000],
    ["soon 1", 10_000],
    ["Tue, 99 Foo", 10_000],
  ])("R12: X-Rate-Limit-Reset: %j means %i ms", (text, ms) => {
    expect(reset(text)).toBe(ms);
  });

  test("R12: is between a second and an hour whatever the header says", () => {
    const text = fc.oneof(
      fc.double().map(String),
      fc.date().map((date) => date.toString()),
      fc.stringMatching(/^[\x20-\x7E]*$/),
    );
    fc.assert(
      fc.property(text, (value) => {
        const ms = reset(value);
        expect(ms).toBeGreaterThanOrEqual(1000);
        expect(ms).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  test("Retry-After counts where the marketplace's own header is missing", () => {
    expect(readLimits(new Headers({ "Retry-After": "4" }), now).resetMs).toBe(4000);
    expect(readLimits(new Headers({ "Retry-After": "4", "X-Rate-Limit-Reset": "2" }), now).resetMs).toBe(2000);
  });
});

describe("what is a limit", () => {
  test.each([
    [429, {}, true],
    [403, {}, false],
    [403, { "X-Rate-Limit-Remaining": "0" }, true],
    [403, { "X-Rate-Limit-Reset": "60" }, true],
    [403, { "X-Rate-Limit-Remaining": "12", "X-Rate-Limit-Reset": "60" }, false],
    [403, { "X-Rate-Limit-Limit": "100" }, false],
    [401, { "X-Rate-Limit-Remaining": "0" }, false],
  ])("R12: a %i with %j: %s", (status, headers: Record<string, string>, expected) => {
    expect(isLimited(status, readLimits(new Headers(headers), now))).toBe(expected);
  });
});
