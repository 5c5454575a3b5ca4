import { describe, expect, test } from "vitest";
import { manyOptions, option } from "../../test/fixtures/options.ts";
import { filterChoices, filterOptions, noFilter } from "./filter-options.ts";
import { fuelStops } from "./sort-options.ts";

describe("filtering", () => {
  const options = manyOptions(24);

  test("with nothing set keeps everything", () => {
    expect(filterOptions(options, noFilter)).toHaveLength(24);
  });

  test("by category, seats and stops keeps what meets all of them", () => {
    const left = filterOptions(options, { categories: ["Heavy jet", "Midsize jet"], minSeats: 12, withoutStops: true });
    expect(new Set(left.map((each) => each.type))).toEqual(new Set(["Gulfstream G450", "Challenger 650"]));
    expect(left.every((each) => fuelStops(each) === 0)).toBe(true);
  });
});

describe("what can be filtered", () => {
  test("has each category once, with its options", () => {
    const heavy = filterChoices(manyOptions(24)).categories.find(([name]) => name === "Heavy jet");
    expect(heavy?.[1]).toHaveLength(6);
  });

  test("is nothing where every option is alike", () => {
    expect(filterChoices([option(), option({ token: "other" })])).toEqual({ categories: [], seats: [], stops: false });
  });

  test("has no categories where every option is a category of its own", () => {
    const groups = ["Light jet", "Heavy jet"].map((category) => option({ kind: "category", category }));
    expect(filterChoices(groups).categories).toEqual([]);
  });

  test("offers only numbers of seats that split the options", () => {
    const options = [option({ maxPassengers: 7 }), option({ maxPassengers: 9 })];
    expect(filterChoices(options).seats).toEqual([8]);
  });
});
