import { afterAll, describe, expect, test } from "vitest";
import { addDays, isPlainDate, today } from "./plain-date.ts";

const zone = process.env["TZ"];
afterAll(() => {
  process.env["TZ"] = zone;
});

describe.each(["Pacific/Kiritimati", "UTC", "America/Los_Angeles"])("with the visitor's clock in %s", (name) => {
  test("today is the day on the visitor's own calendar, up to its last minute", () => {
    process.env["TZ"] = name;
    expect(today(new Date(2026, 11, 13, 0, 0))).toBe("2026-12-13");
    expect(today(new Date(2026, 11, 13, 23, 59))).toBe("2026-12-13");
  });

  test("tomorrow is one day on, over both changes of the clock and the turn of the year", () => {
    process.env["TZ"] = name;
    const days = ["2026-03-07", "2026-03-28", "2026-10-24", "2026-10-31", "2026-12-31", "2028-02-28"];
    expect(days.map((day) => addDays(day, 1))).toEqual([
      "2026-03-08",
      "2026-03-29",
      "2026-10-25",
      "2026-11-01",
      "2027-01-01",
      "2028-02-29",
    ]);
  });

  test("a day that no calendar has is no day", () => {
    process.env["TZ"] = name;
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "13/12/2026", ""].filter(isPlainDate)).toEqual([]);
    expect(isPlainDate("2028-02-29")).toBe(true);
  });
});

test("a text that is no day stays as it is", () => {
  expect(addDays("soon", 1)).toBe("soon");
});
