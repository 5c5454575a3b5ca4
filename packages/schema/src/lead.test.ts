import { describe, expect, test } from "vitest";
import { z } from "zod";
import { LeadRequest } from "./lead.ts";

const contact = { name: "Jo Smith", email: "jo@example.com" };
const leg = { from: { code: "EGGW" }, to: { words: "the grass strip near Ascot" }, date: "2026-12-13", passengers: 4 };
const option = {
  token: "t",
  kind: "category",
  category: "Light jet",
  type: null,
  maxPassengers: 6,
  aircraftCount: 3,
  price: null,
  aircraft: null,
  photos: [],
};
const place = { code: "EGGW", icao: null, iata: null, name: "", city: "", country: { code: "", name: "" } };
const airport = { ...place, position: null };
const instant = { utc: "2026-12-13T11:00:00Z", local: "2026-12-13T11:00:00+00:00" };
const shownLeg = { from: airport, to: airport, departsAt: instant, arrivesAt: instant, timeToBeDecided: false };
const shown = { ...option, legs: [{ ...shownLeg, flightMinutes: 1, blockMinutes: 1, distanceNm: 1, fuelStops: 0 }] };

function tripOf(change: object) {
  return { trip: { legs: [{ ...leg, ...change }] }, contact };
}

describe("a booking request", () => {
  test("has a search and options of it, or a trip", () => {
    expect(LeadRequest.safeParse({ search: "s", options: [shown], contact }).success).toBe(true);
    expect(LeadRequest.parse(tripOf({}))).toMatchObject({
      trip: { legs: [{ ...leg, time: null, timeMeans: "departure" }] },
      message: null,
    });
  });

  test.each([
    ["both", { search: "s", options: [shown], trip: { legs: [leg] }, contact }],
    ["a trip and options", { options: [shown], trip: { legs: [leg] }, contact }],
    ["a trip and no options", { options: [], trip: { legs: [leg] }, contact }],
    ["a trip and a search", { search: "s", trip: { legs: [leg] }, contact }],
    ["neither", { contact }],
    ["a search and no options", { search: "s", options: [], contact }],
    ["a trip of no legs", { trip: { legs: [] }, contact }],
    ["a trip of nine legs", { trip: { legs: Array.from({ length: 9 }, () => leg) }, contact }],
    ["a trip that goes back in time", { trip: { legs: [leg, { ...leg, date: "2026-12-12" }] }, contact }],
    ["a price on the trip", { trip: { legs: [leg], price: 1 }, contact }],
    ["a place that is both", tripOf({ from: { code: "EGGW", words: "Luton" } })],
    ["a place that is neither", tripOf({ from: {} })],
    ["a place as in a search", tripOf({ from: "EGGW" })],
    ["a place with a name", tripOf({ from: { code: "EGGW", name: "Luton" } })],
    ["a leg to where it began", tripOf({ to: { code: "eggw" } })],
    ["words of 201 characters", tripOf({ from: { words: "a".repeat(201) } })],
    ["words of blanks", tripOf({ from: { words: "  " } })],
    ["words of two lines", tripOf({ from: { words: "Ascot\r\nBcc: all@example.com" } })],
    ["words with a line separator", tripOf({ from: { words: "Ascot\u2028Bcc: all@example.com" } })],
    ["words with a control character", tripOf({ from: { words: "Ascot\u0007" } })],
    ["no passengers", tripOf({ passengers: 0 })],
    ["a day that no calendar has", tripOf({ date: "2026-02-30" })],
  ])("%s: refused", (_, request) => {
    expect(LeadRequest.safeParse(request).success).toBe(false);
  });

  test("keeps words as they were written, but for blanks around them", () => {
    const words = " Ascot: “Grünes Feld” <b>north</b> 空港 ";
    expect(LeadRequest.parse(tripOf({ from: { words } }))).toMatchObject({
      trip: { legs: [{ from: { words: words.trim() } }] },
    });
  });

  test("can be described to other programs", () => {
    const { anyOf } = z.toJSONSchema(LeadRequest, { io: "input" });
    expect(anyOf?.map((shape) => [shape.required, shape.additionalProperties])).toEqual([
      [["search", "options", "contact"], false],
      [["trip", "contact"], false],
    ]);
  });
});
