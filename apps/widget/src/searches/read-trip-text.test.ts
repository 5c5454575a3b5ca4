import { tripPath } from "@liftline/api-client";
import { SearchRequest, type SearchLeg } from "@liftline/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prefillTrip, type Prefill } from "./prefill-trip.ts";
import { readTripText } from "./read-trip-text.ts";
import { toSearchRequest } from "./to-search-request.ts";

const out: SearchLeg = {
  ...{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:10" },
  ...{ timeMeans: "departure", passengers: 7 },
};
const back: SearchLeg = { ...out, from: "KTEB", to: "EGGW", date: "2026-12-20", time: null };

/** What a trip link has after its key. */
function written(legs: SearchLeg[]): string {
  return tripPath({ embedKey: "pk_demo", legs }).split("/")[3] ?? "";
}

function opened(legs: SearchLeg[]) {
  const trip = readTripText(written(legs));
  if (!trip) throw new Error("cannot be read");
  return { kind: trip.kind, passengers: trip.passengers, asks: toSearchRequest(trip, "de").legs };
}

describe("a trip link, opened in the form", () => {
  test("asks for the same flights, whatever they are", () => {
    const code = fc.stringMatching(/^[A-Z0-9]{2,8}$/);
    const leg: fc.Arbitrary<SearchLeg> = fc.record({
      from: code,
      to: code,
      date: fc
        .integer({ min: 0, max: 700 })
        .map((day) => new Date((20_700 + day) * 86_400_000).toISOString().slice(0, 10)),
      time: fc.option(fc.nat(1439).map((at) => new Date(at * 60_000).toISOString().slice(11, 16))),
      timeMeans: fc.constantFrom("departure", "arrival"),
      passengers: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(leg, { minLength: 1, maxLength: 8 }), (legs) => {
        const trip = legs.map((each) => (each.time ? each : { ...each, timeMeans: "departure" as const }));
        expect(opened(trip).asks).toEqual(trip);
      }),
    );
  });

  test("is a return where the way back is the way out turned round", () => {
    expect(opened([out, back])).toMatchObject({ kind: "return", passengers: 7 });
    expect(opened([out])).toMatchObject({ kind: "one-way" });
    expect(opened([out, { ...back, to: "EGLF" }]).kind).toBe("several");
    expect(opened([out, back, out]).kind).toBe("several");
  });

  test("shows each leg by itself where they are planned otherwise or fly with others", () => {
    expect(opened([out, { ...back, passengers: 4 }]).kind).toBe("several");
    expect(opened([out, { ...back, time: "18:30", timeMeans: "arrival" }]).kind).toBe("several");
  });

  test("goes before what a page says of a trip besides", () => {
    const page: Prefill = {
      ...{ from: "LFPB", to: "LIRA", date: "2026-12-01", returnDate: "2026-12-02", passengers: 2, currency: "USD" },
      trip: written([out]),
    };
    expect(toSearchRequest(prefillTrip(page), "de")).toEqual({ legs: [out], currency: "USD", locale: "de" });
  });

  test("is one that the backend takes", () => {
    expect(SearchRequest.safeParse({ legs: opened([out, back]).asks }).success).toBe(true);
  });
});
