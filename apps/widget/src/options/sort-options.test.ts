import { expect, test } from "vitest";
import { manyOptions, option, westbound } from "../../test/fixtures/options.ts";
import { flightMinutes, sortOptions } from "./sort-options.ts";

const tokens = (options: { token: string }[]) => options.map((each) => each.token);

test("options of one price keep the order the marketplace gave them", () => {
  const options = ["c", "a", "b"].map((token) => option({ token }));
  expect(tokens(sortOptions(options, "price"))).toEqual(["c", "a", "b"]);
});

test("options without a price come last", () => {
  const options = [option({ token: "hidden", price: null }), option({ token: "shown" })];
  expect(tokens(sortOptions(options, "price"))).toEqual(["shown", "hidden"]);
});

test("the shortest flight counts all legs", () => {
  const twoLegs = option({ token: "two", legs: [westbound, westbound] });
  expect(flightMinutes(twoLegs)).toBe(2 * westbound.flightMinutes);
  expect(tokens(sortOptions([twoLegs, option({ token: "one" })], "time"))).toEqual(["one", "two"]);
});

test("the most seats come first", () => {
  const options = [option({ token: "8", maxPassengers: 8 }), option({ token: "16", maxPassengers: 16 })];
  expect(tokens(sortOptions(options, "seats"))).toEqual(["16", "8"]);
});

test("sorting leaves the received list as it was", () => {
  const options = manyOptions(30);
  const before = tokens(options);
  sortOptions(options, "seats");
  expect(tokens(options)).toEqual(before);
});
