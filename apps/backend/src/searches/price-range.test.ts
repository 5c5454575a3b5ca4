import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { priceRange } from "./price-range.ts";

// Below a hundred, steps lie closer than whole units do.
const amounts = fc.double({ min: 100, max: 5e7, noNaN: true });
const rates = fc.double({ min: 0.001, max: 20_000, noNaN: true });

describe("a price range", () => {
  test.each([
    [71_500, 60_000, 75_000],
    [60_000, 60_000, 75_000],
    [59_999, 50_000, 60_000],
    [95_000, 90_000, 100_000],
    [100_000, 100_000, 120_000],
    [1, 1, 2],
  ])("of %i goes from %i to %i", (amount, from, to) => {
    expect(priceRange({ amount, rate: 1 })).toEqual({ amount: from, amountTo: to });
  });

  test("has the price inside, and is never wider than half of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 50_000_000 }), (price) => {
        const { amount, amountTo } = priceRange({ amount: price, rate: 1 });
        expect(amount).toBeLessThanOrEqual(price);
        expect(amountTo).toBeGreaterThanOrEqual(price);
        expect(amountTo - amount).toBeLessThanOrEqual(price / 2);
      }),
    );
  });

  test("is the same for every price on its step, in every currency: searches in several currencies tell no more than one", () => {
    fc.assert(
      fc.property(amounts, amounts, rates, (one, other, rate) => {
        const own = [one, other].map((amount) => JSON.stringify(priceRange({ amount, rate: 1 })));
        const converted = [one, other].map((amount) => JSON.stringify(priceRange({ amount, rate })));
        if (own[0] === own[1]) expect(converted[0]).toBe(converted[1]);
      }),
    );
  });

  test("does not move with the cents that a conversion was rounded to", () => {
    for (let price = 60_001; price < 75_000; price += 97) {
      const converted = Math.round(price * 1.1632 * 100) / 100;
      expect(priceRange({ amount: price, rate: converted / price })).toEqual({ amount: 69_000, amountTo: 88_000 });
    }
  });
});
