import { describe, expect, test } from "vitest";
import { instantOf, writeInstant } from "./local-time.ts";

describe("local times", () => {
  test.each([
    // Spring forward in London: 01:30 does not exist and moves on.
    ["Europe/London", "2027-03-28", "00:30", "2027-03-28T00:30:00Z", "2027-03-28T00:30:00+00:00"],
    ["Europe/London", "2027-03-28", "01:30", "2027-03-28T01:30:00Z", "2027-03-28T02:30:00+01:00"],
    // Fall back: 01:30 comes twice, the first one counts.
    ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00+01:00"],
    ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z", "2026-11-01T01:30:00-04:00"],
    ["America/New_York", "2026-11-01", "03:00", "2026-11-01T08:00:00Z", "2026-11-01T03:00:00-05:00"],
    ["Asia/Kolkata", "2026-12-13", "11:00", "2026-12-13T05:30:00Z", "2026-12-13T11:00:00+05:30"],
    ["Asia/Kathmandu", "2026-12-13", "11:00", "2026-12-13T05:15:00Z", "2026-12-13T11:00:00+05:45"],
    ["America/Phoenix", "2026-07-01", "11:00", "2026-07-01T18:00:00Z", "2026-07-01T11:00:00-07:00"],
    ["Australia/Lord_Howe", "2026-12-13", "11:00", "2026-12-13T00:00:00Z", "2026-12-13T11:00:00+11:00"],
    ["UTC", "2026-12-13", "11:00", "2026-12-13T11:00:00Z", "2026-12-13T11:00:00+00:00"],
  ])("%s, %s at %s is %s", (zone, date, time, dateTimeUTC, dateTimeLocal) => {
    const at = instantOf({ date, time, zone });
    expect(writeInstant(at, zone)).toEqual({ dateTimeUTC, dateTimeLocal });
  });

  test("a day that does not exist is an error", () => {
    expect(() => instantOf({ date: "2026-02-30", time: "10:00", zone: "UTC" })).toThrow(RangeError);
  });
});
