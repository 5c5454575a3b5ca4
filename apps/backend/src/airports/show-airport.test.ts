import { Airport } from "@liftline/schema";
import type { AvinodeAirport } from "@liftline/schema/avinode";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showAirport } from "./show-airport.ts";

const luton: AvinodeAirport = {
  id: "aport-5948",
  href: "https://sandbox.avinode.com/api/airports/aport-5948",
  type: "airports",
  name: "LUTON",
  city: "LONDON (LUTON)",
  country: { code: "UK", name: "UNITED KINGDOM" },
  icao: "EGGW",
  iata: "LTN",
  position: { latitude: 51.87, longitude: -0.37 },
};

describe("an airport as the end-client sees it", () => {
  test("has the name and city that people write, and the ISO code of its country", () => {
    expect(showAirport(luton)).toEqual({
      code: "EGGW",
      icao: "EGGW",
      iata: "LTN",
      name: "Luton",
      city: "London",
      country: { code: "GB", name: "United Kingdom" },
      position: { latitude: 51.87, longitude: -0.37 },
    });
  });

  test.each([
    ["LONDON", "LONDON (LUTON)", "Luton", "London"],
    ["", "LONDON (LUTON)", "Luton", "London"],
    ["TETERBORO", "TETERBORO", "Teterboro", "Teterboro"],
    ["TETERBORO", null, "Teterboro", "Teterboro"],
    ["LE BOURGET", "PARIS", "Le Bourget", "Paris"],
    ["(OLD) FIELD", "(NOWHERE)", "(Old) Field", "(Nowhere)"],
    ["", "", "EGGW", ""],
  ])("named %j in %j is %s in %s", (name, city, shownName, shownCity) => {
    expect(showAirport({ ...luton, name, city })).toMatchObject({ name: shownName, city: shownCity });
  });

  test("is named by ICAO, else IATA, else FAA code, and without any it cannot be shown", () => {
    const codes = { icao: "EGGW", iata: "LTN", faa: "X1" };
    expect(showAirport({ ...luton, ...codes })?.code).toBe("EGGW");
    expect(showAirport({ ...luton, ...codes, icao: "" })?.code).toBe("LTN");
    expect(showAirport({ ...luton, ...codes, icao: null, iata: " " })).toMatchObject({
      code: "X1",
      icao: null,
      iata: null,
    });
    expect(showAirport({ ...luton, icao: null, iata: null, faa: "not a code" })).toBeNull();
  });

  test.each([
    [null, { code: "", name: "" }],
    [{ code: "XX" }, { code: "XX", name: "" }],
    [
      { code: "USA", name: "UNITED STATES" },
      { code: "", name: "United States" },
    ],
    [
      { code: "fr", name: null },
      { code: "FR", name: "France" },
    ],
  ])("of the country %j is in %j", (country, shown) => {
    expect(showAirport({ ...luton, country })?.country).toEqual(shown);
  });

  test("that lies nowhere has no position", () => {
    expect(showAirport({ ...luton, position: null })?.position).toBeNull();
    expect(showAirport({ ...luton, position: { latitude: 91, longitude: 0 } })?.position).toBeNull();
  });

  test("R9, R11: whatever the marketplace writes, the answer fits the public schema and holds no id", () => {
    const texts = fc.option(fc.string({ unit: "binary", maxLength: 300 }));
    const airports = fc.record({
      name: fc.string({ unit: "binary", maxLength: 300 }),
      city: texts,
      icao: texts,
      iata: texts,
      country: fc.option(fc.record({ code: fc.string({ maxLength: 4 }), name: texts })),
    });
    fc.assert(
      fc.property(airports, (airport) => {
        const shown = showAirport({ ...luton, ...airport, faa: "X1" });
        return Airport.safeParse(shown).success && !JSON.stringify(shown).includes("aport-");
      }),
    );
  });
});
