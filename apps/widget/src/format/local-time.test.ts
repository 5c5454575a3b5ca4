import { afterEach, describe, expect, test } from "vitest";
import { dayChange, readLocal } from "./local-time.ts";

const home = process.env["TZ"];
afterEach(() => {
  process.env["TZ"] = home;
});

describe("a local time", () => {
  test.each(["Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu"])(
    "is read as its digits stand by a visitor in %s",
    (zone) => {
      process.env["TZ"] = zone;
      expect(readLocal("2026-12-13T23:50:00+01:00")).toEqual({ date: "2026-12-13", time: "23:50", offsetMinutes: 60 });
    },
  );

  test.each([
    ["2026-03-29T01:59:00+00:00", "01:59", 0],
    ["2026-03-29T02:01:00+01:00", "02:01", 60],
    ["2026-10-25T01:30:00+01:00", "01:30", 60],
    ["2026-10-25T01:30:00Z", "01:30", 0],
    ["2026-11-01T01:30:00-04:00", "01:30", -240],
    ["2026-11-01T01:30:00.000-05:00", "01:30", -300],
    ["2026-12-13T11:00+05:45", "11:00", 345],
  ])("keeps the hour of %s on the day the clocks change", (local, time, offsetMinutes) => {
    expect(readLocal(local)).toMatchObject({ time, offsetMinutes });
  });

  test("that cannot be read is empty, not a wrong hour", () => {
    expect(readLocal("tomorrow")).toEqual({ date: "", time: "", offsetMinutes: 0 });
  });
});

describe("the day change of a leg", () => {
  test.each([
    ["2026-12-13T11:00:00+00:00", "2026-12-13T13:40:00-05:00", 0],
    ["2026-12-17T20:30:00-05:00", "2026-12-18T08:05:00+00:00", 1],
    ["2026-12-31T22:00:00+11:00", "2027-01-02T06:00:00+13:00", 2],
    ["2026-12-14T01:00:00+13:00", "2026-12-13T10:00:00-08:00", -1],
    ["2026-03-28T23:30:00+00:00", "2026-03-29T03:10:00+01:00", 1],
  ])("from %s to %s is %i", (departs, arrives, days) => {
    expect(dayChange(readLocal(departs), readLocal(arrives))).toBe(days);
  });
});
