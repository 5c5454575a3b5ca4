import { BrokerSettings, type SearchRequest } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { marketplaceRequest, sparseFields, type Question } from "./ask-marketplace.ts";

const leg = {
  from: "EGGW",
  to: "KTEB",
  date: "2026-12-13",
  time: "11:00",
  timeMeans: "arrival",
  passengers: 7,
} as const;

function question(request: Partial<SearchRequest>, settings: z.input<typeof BrokerSettings> = {}): Question {
  return {
    request: { legs: [leg], ...request },
    currency: "GBP",
    groupBy: "aircraft",
    settings: BrokerSettings.parse(settings),
  };
}

function asked(request: Partial<SearchRequest>, settings: z.input<typeof BrokerSettings> = {}) {
  return marketplaceRequest(question(request, settings));
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

  test("is narrowed as the broker says, and by a visitor only further", () => {
    const settings = {
      categories: ["Light jet", "Heavy jet"],
      partnerships: ["Our fleet", "Friends & family"],
      exclusions: { maxFuelStops: 1, maxPositioningMinutes: 180 },
    } satisfies z.input<typeof BrokerSettings>;
    expect(asked({}, settings).criteria).toEqual({
      requiredLift: [{ aircraftCategory: "Light jet" }, { aircraftCategory: "Heavy jet" }],
      requiredPartnerships: ["Our fleet", "Friends & family"],
      maxFuelStopsPerSegment: 1,
      maxInitialPositioningTimeMinutes: 180,
    });
    const narrower = asked({ categories: ["heavy JET", "Airliner"], maxFuelStops: 0 }, settings).criteria;
    expect(narrower).toMatchObject({ requiredLift: [{ aircraftCategory: "Heavy jet" }], maxFuelStopsPerSegment: 0 });
    expect(asked({ maxFuelStops: 5 }, settings).criteria).toMatchObject({ maxFuelStopsPerSegment: 1 });
    expect(() => asked({ categories: ["Airliner"] }, settings)).toThrow(
      expect.objectContaining({ code: "request.invalid", fields: [expect.objectContaining({ path: "categories" })] }),
    );
  });

  test("R3: asks for the sparse fields that are shown, and for those that the broker's exclusions go by", () => {
    const fieldsOf = (settings: z.input<typeof BrokerSettings>, groupBy: Question["groupBy"] = "type") =>
      sparseFields({ ...question({}, settings), groupBy });
    const minimums = [{ standard: "ARGUS", level: "Gold" }];
    expect(fieldsOf({})).toEqual(["typephotos"]);
    expect(fieldsOf({ safety: { minimums } })).toEqual(["typephotos", "safety"]);
    expect(fieldsOf({ exclusions: { maxScheduleAgeDays: 7 } })).toEqual(["typephotos", "schedule"]);
    expect(fieldsOf({ safety: { minimums } }, "aircraft")).toEqual(fieldsOf({}, "aircraft"));
  });
});
