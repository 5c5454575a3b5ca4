import { Airport } from "@liftline/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAirportIndex } from "./airport-index.ts";
import data from "./airports.data.json" with { type: "json" };

const index = createAirportIndex();
const codesOf = (text: string, limit = 8) => index.search(text, limit).map(({ code }) => code);

describe("the bundled airports", () => {
  test("are at least 5,000, from a source that may be shared, each one fit to be shown", () => {
    expect(data.airports.length).toBeGreaterThanOrEqual(5_000);
    expect(data.source).toContain("public domain");
    const all = index.nearby({ latitude: 0, longitude: 0 }, data.airports.length);
    expect(all).toHaveLength(data.airports.length);
    for (const airport of all) expect(Airport.safeParse(airport).error).toBeUndefined();
    expect(all.filter(({ country }) => country.name === "").map(({ country }) => country.code)).toEqual([]);
    const icaos = all.flatMap(({ icao }) => icao ?? []);
    expect(new Set(icaos).size).toBe(icaos.length);
  });

  test.each([
    ["LHR", "EGLL"],
    ["egll", "EGLL"],
    ["ltn", "EGGW"],
    ["kteb", "KTEB"],
    ["TEB", "KTEB"],
    ["SDL", "KSDL"],
  ])("the code %s finds %s first", (text, code) => {
    expect(codesOf(text)[0]).toBe(code);
  });

  test.each([
    ["teterboro", "KTEB"],
    ["paris", "LFPB"],
    ["london", "EGGW"],
    ["geneva", "LSGG"],
    ["nice", "LFMN"],
    ["zurich", "LSZH"],
    ["Zürich", "LSZH"],
    ["ZURICH", "LSZH"],
    ["malaga", "LEMG"],
    ["sao paulo", "SBGR"],
    ["le bourget", "LFPB"],
    ["van nuys", "KVNY"],
    ["farnboro", "EGLF"],
    ["nyc", "KTEB"],
    ["ohare", "KORD"],
    ["o'hare", "KORD"],
    ["O’Hare", "KORD"],
    ["london lut", "EGGW"],
    ["luton london", "EGGW"],
    ["st. moritz", "LSZS"],
    ["  london   luton ", "EGGW"],
  ])("%j finds %s first: what business aviation uses is above the rest", (text, code) => {
    expect(codesOf(text)[0]).toBe(code);
  });

  test("a piece from the middle of a name is found too", () => {
    expect(codesOf("eathro")).toContain("EGLL");
    expect(codesOf("bourg")).toContain("LFPB");
  });

  test("a country finds its airports", () => {
    expect(index.search("switzerland", 20).every(({ country }) => country.code === "CH")).toBe(true);
    expect(codesOf("switzerland")[0]).toBe("LSGG");
  });

  test.each(["", " ", "-", "qqqq", "xzxzx", "🛩️", "москва"])("%j finds nothing, and breaks nothing", (text) => {
    expect(codesOf(text)).toEqual([]);
  });

  test("whatever is typed, there are no doubles and never more than asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const codes = codesOf(text, limit);
        return codes.length <= limit && new Set(codes).size === codes.length;
      }),
    );
  });

  test("every airport is found by its own code, and by its city and name", () => {
    for (const airport of index.nearby({ latitude: 48, longitude: 2 }, 300)) {
      expect(codesOf(airport.code, 20)).toContain(airport.code);
      expect(codesOf(`${airport.city} ${airport.name}`, 20)).toContain(airport.code);
    }
  });

  test("around a place, near ones come first and business aviation's before nearer others", () => {
    const london = index.nearby({ latitude: 51.5, longitude: -0.12 }, 8).map(({ code }) => code);
    expect(london).toEqual(expect.arrayContaining(["EGLC", "EGGW", "EGKB", "EGLF"]));
    const dateLine = index.nearby({ latitude: -17.7, longitude: -179.9 }, 3).map(({ country }) => country.code);
    expect(dateLine).toContain("FJ");
  });
});

test("an airport is found by each of its codes", () => {
  const index = createAirportIndex();
  expect(["EGGW", "ltn"].map((code) => index.find(code)?.name)).toEqual(["Luton", "Luton"]);
  expect(index.find("QQQQ")).toBeUndefined();
});
