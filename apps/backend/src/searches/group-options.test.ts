import type { OptionPrice } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import type { DisclosedOption } from "./disclose-option.ts";
import { cheapestFirst, groupOptions } from "./group-options.ts";

interface Offer {
  id: string;
  type?: string;
  category?: string;
  amount: number | null;
  currency?: string;
  seats?: number;
  basis?: OptionPrice["basis"];
}

function optionOf({
  id,
  type = "CJ2",
  category = "Light jet",
  amount,
  currency = "EUR",
  ...rest
}: Offer): DisclosedOption {
  return {
    hitId: id,
    fields: {
      kind: "aircraft",
      category,
      type,
      maxPassengers: rest.seats ?? 6,
      aircraftCount: 1,
      price: amount === null ? null : { amount, currency, basis: rest.basis ?? "estimate" },
      legs: [],
      aircraft: { yearOfMake: 2003, amenities: [], rangeNm: null, cruiseSpeedKt: null, safetyRatings: [] },
      photos: [{ kind: "EXTERIOR", url: `/photos/${id}` }],
    },
  };
}

const ids = (options: DisclosedOption[]) => options.map(({ hitId }) => hitId);

describe("options", () => {
  test("come cheapest first, those without a price last", () => {
    const options = [
      { id: "c", amount: 900 },
      { id: "none", amount: null },
      { id: "a", amount: 100 },
      { id: "b", amount: 500 },
    ].map(optionOf);
    expect(ids(cheapestFirst(options, "EUR"))).toEqual(["a", "b", "c", "none"]);
  });

  test("in other currencies come after those in the one asked for: amounts of two currencies cannot be compared", () => {
    const options = [
      { id: "usd", amount: 1, currency: "USD" },
      { id: "eur2", amount: 900 },
      { id: "sek", amount: 2, currency: "SEK" },
      { id: "usd0", amount: 0, currency: "USD" },
      { id: "eur1", amount: 800 },
    ].map(optionOf);
    expect(ids(cheapestFirst(options, "EUR"))).toEqual(["eur1", "eur2", "usd0", "usd", "sek"]);
  });
});

describe("a group", () => {
  const offers = cheapestFirst(
    [
      { id: "1", type: "CJ2", amount: 7300, seats: 6 },
      { id: "2", type: "cj2", amount: 9100, seats: 7, basis: "reservable" as const },
      { id: "3", type: "Phenom 300", amount: 8000, seats: 8 },
      { id: "4", type: "Falcon 2000", category: "Heavy jet", amount: 20_000, seats: 10 },
      { id: "5", type: "CJ2", amount: 1, currency: "USD", seats: 5 },
      { id: "6", type: "CJ2", amount: null, seats: 9 },
    ].map(optionOf),
    "EUR",
  );

  test("of a type stands for all of that type: price from to, most seats, the cheapest's flights and photos", () => {
    const groups = groupOptions(offers, "type");
    expect(groups.map(({ fields }) => [fields.type, fields.aircraftCount])).toEqual([
      ["CJ2", 4],
      ["Phenom 300", 1],
      ["Falcon 2000", 1],
    ]);
    expect(groups[0]).toEqual({
      hitId: null,
      fields: {
        kind: "type",
        category: "Light jet",
        type: "CJ2",
        maxPassengers: 9,
        aircraftCount: 4,
        price: { amount: 7300, amountTo: 9100, currency: "EUR", basis: "estimate" },
        legs: [],
        aircraft: null,
        photos: [{ kind: "EXTERIOR", url: "/photos/1" }],
      },
    });
  });

  test("of a category names no type, and no upper price where there is one price only", () => {
    const groups = groupOptions(offers, "category");
    expect(groups.map(({ fields }) => [fields.kind, fields.category, fields.type, fields.price])).toEqual([
      ["category", "Light jet", null, { amount: 7300, amountTo: 9100, currency: "EUR", basis: "estimate" }],
      ["category", "Heavy jet", null, { amount: 20_000, currency: "EUR", basis: "estimate" }],
    ]);
  });

  test("R3: names nothing that belongs to a single aircraft, even where there is only one", () => {
    const groups = groupOptions(offers, "type");
    expect(groups.every(({ hitId, fields }) => hitId === null && fields.aircraft === null)).toBe(true);
  });

  test("R18: is an estimate even where its cheapest is guaranteed", () => {
    const [group] = groupOptions([optionOf({ id: "1", amount: 5, basis: "reservable" })], "category");
    expect(group?.fields.price).toEqual({ amount: 5, currency: "EUR", basis: "estimate" });
  });

  test("has no price where no member has one", () => {
    const [group] = groupOptions([optionOf({ id: "1", amount: null })], "type");
    expect(group?.fields.price).toBeNull();
  });

  test("of single aircraft is each of them", () => {
    expect(groupOptions(offers, "aircraft")).toEqual(offers);
  });
});
