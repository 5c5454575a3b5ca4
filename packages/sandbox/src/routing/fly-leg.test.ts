import { assert, constantFrom, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { aircraftTypes, type AircraftType } from "../world/aircraft-types.ts";
import { airports, findAirport, type Airport } from "../world/airports.ts";
import { flyLeg } from "./fly-leg.ts";

describe("a flight", () => {
  test("of a Gulfstream G550 from Luton to Teterboro needs no stop and some seven hours", () => {
    const flight = fly("gulfstream-g550", "EGGW", "KTEB");
    expect(flight?.fuelStops).toEqual([]);
    expect(flight?.distanceNm).toBeGreaterThan(2950);
    expect(flight?.distanceNm).toBeLessThan(3050);
    expect(flight?.flightMinutes).toBeGreaterThan(6 * 60);
    expect(flight?.flightMinutes).toBeLessThan(8 * 60);
    expect(flight?.blockMinutes).toBeGreaterThan(flight?.flightMinutes ?? 0);
  });

  test("goes faster eastbound, with the wind", () => {
    expect(fly("gulfstream-g550", "KTEB", "EGGW")?.flightMinutes).toBeLessThan(
      fly("gulfstream-g550", "EGGW", "KTEB")?.flightMinutes ?? 0,
    );
  });

  test("beyond the range stops for fuel on the way, and the stop costs time", () => {
    const flight = fly("citation-cj2", "EGGW", "KTEB");
    expect(flight?.fuelStops.length).toBeGreaterThan(0);
    expect(flight?.fuelMinutes).toBe((flight?.fuelStops.length ?? 0) * 45);
  });

  test.each([
    ["robinson-r44", "EGGW", "KTEB", "no helicopter crosses the Atlantic"],
    ["gulfstream-g650er", "EGGW", "TFFJ", "640 metres of runway"],
    ["gulfstream-g650er", "LNMC", "LFMN", "a helipad"],
    ["cirrus-sr22", "KLAX", "PHNL", "nothing to land on between"],
  ])("of a %s from %s to %s does not happen: %s", (slug, from, to) => {
    expect(fly(slug, from, to)).toBeUndefined();
  });

  test("of a helicopter uses helipads", () => {
    expect(fly("aw139", "LNMC", "LFMN")?.flightMinutes).toBeLessThan(15);
  });

  test("between any two airports has sane figures, or none", () => {
    const fields = airports.filter(({ city }) => city !== "SANDBOX");
    const ways = tuple(constantFrom(...aircraftTypes), constantFrom(...fields), constantFrom(...fields));
    assert(
      property(ways, ([type, from, to]) => {
        const flight = flyLeg(new Map(), { type, from, to });
        if (flight === undefined) return;
        expect(flight.fuelStops.length).toBeLessThanOrEqual(3);
        expect(flight.blockMinutes).toBeGreaterThanOrEqual(flight.flightMinutes + flight.fuelMinutes);
        expect((flight.distanceNm / flight.flightMinutes) * 60).toBeLessThan(type.cruiseKt + 45);
      }),
      { numRuns: 300 },
    );
  });
});

function fly(slug: string, from: string, to: string) {
  return flyLeg(new Map(), { type: typeOf(slug), from: airportOf(from), to: airportOf(to) });
}

function typeOf(slug: string): AircraftType {
  const type = aircraftTypes.find((known) => known.slug === slug);
  if (type === undefined) throw new Error(`no ${slug}`);
  return type;
}

function airportOf(code: string): Airport {
  const airport = findAirport(code);
  if (airport === undefined) throw new Error(`no ${code}`);
  return airport;
}
