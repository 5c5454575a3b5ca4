import type { AvinodeWatchRequest } from "@liftline/schema/avinode";
import { describe, expect, test } from "vitest";
import type { EmptyLeg } from "../empty-legs/empty-leg.ts";
import { createStock } from "../empty-legs/stock.ts";
import { findAirport } from "../world/airports.ts";
import { createFleet } from "../world/fleet.ts";
import { matchesWatch } from "./match-watch.ts";

const now = Date.parse("2026-12-01T12:00:00Z");
const dayMs = 86_400_000;
const [template] = createStock({ seed: 1, fleet: createFleet(1) }).at(now);

function leg(change: Partial<EmptyLeg> & { ways?: [string, string] }): EmptyLeg {
  const { ways = ["EGGW", "KPHX"], ...rest } = change;
  const [from, to] = ways.map(findAirport);
  if (!template || !from || !to) throw new Error("the world lacks something");
  return { ...template, from, to, category: "Heavy jet", verified: true, startsAt: now + dayMs, ...rest };
}

const price = { amount: 1000, currency: "EUR" };
const watch: AvinodeWatchRequest = {
  uniqueName: "London to Arizona",
  active: true,
  watchedSegments: [
    { start: { airport: { icao: "EGGW" } }, end: { provinceCode: "AZ", countryCode: "US" } },
    { start: { airport: { iata: "LTN" } }, end: { countryCode: "fr" } },
    { start: { airport: { icao: "ESGG" } }, end: { icaoPrefix: "M" } },
  ],
};

describe("a watch", () => {
  test.each<[string, [string, string], boolean]>([
    ["an airport and a state", ["EGGW", "KPHX"], true],
    ["an airport by another code and a country", ["EGGW", "LFMN"], true],
    ["an airport and an ICAO prefix", ["ESGG", "MMTO"], true],
    ["not the next airport: nothing is fuzzy here", ["EGSS", "KPHX"], false],
    ["not the way back", ["KPHX", "EGGW"], false],
    ["not the start of one segment with the end of another", ["ESGG", "LFMN"], false],
    ["not another state", ["EGGW", "KTEB"], false],
  ])("matches %s", (_, ways, matches) => {
    expect(matchesWatch(leg({ ways }), watch, now)).toBe(matches);
  });

  test("takes a province as it is written elsewhere, too (G22)", () => {
    const segments = [{ start: { airport: { icao: "EGGW" } }, end: { provinceCode: "US-AZ" } }];
    expect(matchesWatch(leg({}), { ...watch, watchedSegments: segments }, now)).toBe(true);
  });

  test.each<[string, Partial<AvinodeWatchRequest>, Partial<EmptyLeg>, boolean]>([
    ["priced ones", { priced: true }, { price }, true],
    ["priced ones only", { priced: true }, { price: undefined }, false],
    ["verified ones only", { verified: true }, { verified: false }, false],
    ["any of its categories", { lifts: [{ aircraftCategory: "Piston" }, { aircraftCategory: "Heavy Jet" }] }, {}, true],
    ["no other category", { lifts: [{ aircraftCategory: "Light jet" }] }, {}, false],
    ["those within its days", { daysOut: 7 }, { startsAt: now + 7 * dayMs }, true],
    ["none beyond", { daysOut: 7 }, { startsAt: now + 7 * dayMs + 1 }, false],
    ["all of it at once, or nothing", { verified: true, priced: true }, { price: undefined, verified: true }, false],
  ])("wants %s", (_, wants, has, matches) => {
    expect(matchesWatch(leg(has), { ...watch, ...wants }, now)).toBe(matches);
  });
});
