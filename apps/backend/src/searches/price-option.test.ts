import { describe, expect, test } from "vitest";
import { priceOption } from "./price-option.ts";

const seller = {
  currency: "EUR",
  price: 7300,
  conversionCurrency: "USD",
  convertedPrice: 7900.5,
  priceAsString: "7 300",
};
const quote = {
  sellerPrice: seller,
  convertedPrices: [
    { currency: "EUR", price: 7300, conversionCurrency: "GBP", convertedPrice: 6200.4 },
    { currency: "EUR", price: 7300, conversionCurrency: "SEK", convertedPrice: 69_307.66 },
  ],
  reservable: false,
};

describe("a price", () => {
  test.each([
    ["the seller's own currency", "EUR", { amount: 7300, currency: "EUR" }],
    ["a currency that was asked for", "SEK", { amount: 69_308, currency: "SEK" }],
    ["the connection's currency", "USD", { amount: 7901, currency: "USD" }],
    ["a currency nobody converted into: the connection's", "JPY", { amount: 7901, currency: "USD" }],
  ])("in %s", (_, currency, price) => {
    expect(priceOption(quote, currency)).toEqual({ ...price, basis: "estimate" });
  });

  test("falls back on the seller's currency where there is no conversion", () => {
    const bare = { ...quote, sellerPrice: { currency: "EUR", price: "7300.49" }, convertedPrices: null };
    expect(priceOption(bare, "JPY")).toEqual({ amount: 7300, currency: "EUR", basis: "estimate" });
  });

  test.each([
    [true, "reservable"],
    ["true", "reservable"],
    [false, "estimate"],
    [null, "estimate"],
    ["yes", "estimate"],
    [1, "estimate"],
  ])("R18: is an estimate unless the seller guarantees it (%j)", (reservable, basis) => {
    expect(priceOption({ ...quote, reservable }, "EUR")?.basis).toBe(basis);
  });

  test.each([
    null,
    undefined,
    "7300",
    { currency: "EUR" },
    { currency: "EUR", price: 0 },
    { currency: "EUR", price: -5 },
    { currency: "€", price: 5 },
    { currency: "EUR", price: "soon" },
    { currency: "EUR", price: 1e300 },
  ])("is none where the marketplace names none: %j", (sellerPrice) => {
    expect(priceOption({ ...quote, sellerPrice, convertedPrices: "none" }, "EUR")).toBeNull();
  });

  test("R3: the seller's net price is never read", () => {
    const net = { ...quote, sellerPrice: null, sellerPriceWithoutCommission: seller };
    expect(priceOption(net, "EUR")).toBeNull();
  });
});
