import { expect, test } from "vitest";
import { createMoneyFormat } from "./money.ts";

test("a price is written in whole units", () => {
  expect(createMoneyFormat("en-GB")(71_500, { currency: "EUR" })).toBe("€71,500");
});

test("a range is written as the language writes one", () => {
  expect(createMoneyFormat("en-GB")(71_500, { amountTo: 92_500, currency: "EUR" })).toBe("€71,500 – €92,500");
});

test("a range of one price is one price", () => {
  expect(createMoneyFormat("en-GB")(71_500, { amountTo: 71_500, currency: "EUR" })).toBe("€71,500");
});

test("an Arabic price has the digits of the timetable beside it", () => {
  expect(createMoneyFormat("ar-EG")(71_500, { currency: "USD" })).toContain("71,500");
});
