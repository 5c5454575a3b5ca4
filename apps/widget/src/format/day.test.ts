import { afterEach, expect, test } from "vitest";
import { createDayFormat } from "./day.ts";

const home = process.env["TZ"];
afterEach(() => {
  process.env["TZ"] = home;
});

test.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London"])("no day moves for a visitor in %s", (zone) => {
  process.env["TZ"] = zone;
  expect(createDayFormat("en-GB")("2026-12-13")).toBe("Sun 13 Dec");
});

test("a day that cannot be read is left out", () => {
  expect(createDayFormat("en-GB")("")).toBe("");
});
