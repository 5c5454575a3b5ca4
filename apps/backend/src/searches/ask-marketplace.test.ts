import type { SearchRequest } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { marketplaceRequest } from "./ask-marketplace.ts";

const leg = {
  from: "EGGW",
  to: "KTEB",
  date: "2026-12-13",
  time: "11:00",
  timeMeans: "arrival",
  passengers: 7,
} as const;

function asked(request: Partial<SearchRequest>) {
  return marketplaceRequest({ request: { legs: [leg], ...request }, currency: "GBP", groupBy: "aircraft" });
}

describe("what the marketplace is asked", () => {
  test("is the trip in its words, times local to the airport that they are meant for", () => {
    expect(asked({ categories: ["Midsize jet", "heavy JET", "Heavy jet"], maxFuelStops: 0 })).toEqual({
      segments: [
        {
          startAirport: { icao: "EGGW" },
          endAirport: { icao: "KTEB" },
          dateTime: { date: "2026-12-13", time: "11:00", departure: false, local: true },
          paxCount: "7",
        },
      ],
      criteria: {
        requiredLift: [{ aircraftCategory: "Midsize jet" }, { aircraftCategory: "Heavy jet" }],
        maxFuelStopsPerSegment: 0,
      },
      outputCurrencies: ["GBP"],
    });
  });

  test("leaves out what nobody asked for", () => {
    expect(asked({ categories: [], maxFuelStops: null })).not.toHaveProperty("criteria");
    expect(asked({})).not.toHaveProperty("criteria");
  });

  test("says that a time is open, and gives a neutral one in its place", () => {
    expect(asked({ legs: [{ ...leg, time: null }] }).segments[0]).toMatchObject({
      dateTime: { time: "12:00", departure: true, local: true },
      timeTBD: true,
    });
  });

  test.each([
    ["EGGW", { icao: "EGGW" }],
    ["eggw", { icao: "EGGW" }],
    ["LTN", { iata: "LTN" }],
    ["7FA1", { faa: "7FA1" }],
    ["0B5", { faa: "0B5" }],
    ["NJ25", { faa: "NJ25" }],
  ])("names an airport by the kind of its code: %s", (from, reference) => {
    expect(asked({ legs: [{ ...leg, from }] }).segments[0]?.startAirport).toEqual(reference);
  });
});
