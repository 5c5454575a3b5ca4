import { describe, expect, test } from "vitest";
import type { Commission } from "@liftline/schema";
import { priceOption as priceBy, type Pricing, type UnreadPrice } from "./price-option.ts";

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

const fromProfile: Commission = { from: "marketplace" };

function priceOption(price: UnreadPrice, currency: string, commission = fromProfile) {
  return priceBy(price, { currency, commission, isRange: false });
}

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

  test("R3: the seller's net price is not read unless the broker's commission is on it", () => {
    const net = { ...quote, sellerPrice: null, sellerPriceWithoutCommission: seller };
    expect(priceOption(net, "EUR")).toBeNull();
  });
});

describe("a commission of the broker's own", () => {
  const onNet: Commission = { from: "net", percent: 10 };
  const net = { currency: "EUR", price: 6000, conversionCurrency: "USD", convertedPrice: 6500 };
  const both = { ...quote, sellerPriceWithoutCommission: net };

  test.each([
    ["the seller's currency", "EUR", { amount: 6600, currency: "EUR" }],
    ["the connection's currency", "USD", { amount: 7150, currency: "USD" }],
    // 69,307.66 for 7,300 is the rate, whatever commission is in the 7,300.
    ["another, by the rate of the other price", "SEK", { amount: 62_662, currency: "SEK" }],
  ])("is on the net price, in %s", (_, currency, price) => {
    expect(priceOption(both, currency, onNet)).toEqual({ ...price, basis: "estimate" });
  });

  test("is never on top of the marketplace profile's: without a net price there is no price", () => {
    expect(priceOption(quote, "EUR", onNet)).toBeNull();
    expect(
      priceOption({ ...quote, sellerPriceWithoutCommission: { currency: "EUR", price: 0 } }, "EUR", onNet),
    ).toBeNull();
  });

  test("leaves the profile's price alone where it is the marketplace's", () => {
    expect(priceOption(both, "EUR")?.amount).toBe(7300);
  });

  test("takes no rate from a price in other money", () => {
    const francs = { ...both, sellerPriceWithoutCommission: { currency: "CHF", price: 5600 } };
    expect(priceOption(francs, "SEK", onNet)).toEqual({ amount: 6160, currency: "CHF", basis: "estimate" });
  });
});

test("a range is an estimate whatever the seller guarantees, and needs a price", () => {
  const pricing: Pricing = { currency: "SEK", commission: fromProfile, isRange: true };
  // 6,000 to 7,500 euro at 9.494.
  expect(priceBy({ ...quote, reservable: true }, pricing)).toEqual({
    amount: 56_000,
    amountTo: 72_000,
    currency: "SEK",
    basis: "estimate",
  });
  expect(priceBy({ ...quote, sellerPrice: null }, pricing)).toBeNull();
});
