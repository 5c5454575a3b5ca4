import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { search } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

describe("POST /searches", () => {
  const caller = createCaller();

  test("answers up to 300 hits, cheapest first, all able to carry the passengers", async () => {
    const { hits } = await search(caller, [{ from: "EGGW", to: "KTEB", pax: "7" }]);
    expect(hits.length).toBeGreaterThan(50);
    expect(hits.length).toBeLessThanOrEqual(300);
    const prices = hits.map(({ quote }) => quote.sellerPriceWithoutCommission?.convertedPrice ?? 0);
    expect(prices).toEqual(prices.toSorted((one, other) => one - other));
    expect(Math.min(...hits.map(({ quote }) => quote.lift.maxPax))).toBeGreaterThanOrEqual(7);
  });

  test("times are local to each airport and follow the flight", async () => {
    const { hits } = await search(caller, [{ from: "EGGW", to: "KTEB", pax: "7" }]);
    for (const { quote } of hits) {
      const [leg] = quote.segments;
      expect(leg?.departureDateTime).toMatchObject({
        dateTimeUTC: "2026-12-13T11:00:00Z",
        dateTimeLocal: "2026-12-13T11:00:00+00:00",
        calculated: false,
      });
      expect(leg?.arrivalDateTime.dateTimeLocal).toMatch(/-05:00$/);
      expect(minutesBetween(leg?.departureDateTime.dateTimeUTC, leg?.arrivalDateTime.dateTimeUTC)).toBe(
        leg?.blockMinutes,
      );
    }
  });

  test("an arrival time is kept, and the departure worked out", async () => {
    const { hits } = await search(caller, [{ from: "EGGW", to: "KTEB", departure: false, local: false, pax: "7" }]);
    for (const { quote } of hits) {
      expect(quote.segments[0]?.arrivalDateTime).toMatchObject({
        dateTimeUTC: "2026-12-13T11:00:00Z",
        dateTimeLocal: "2026-12-13T06:00:00-05:00",
        calculated: false,
      });
      expect(quote.segments[0]?.departureDateTime.calculated).toBe(true);
    }
  });

  test("a local arrival time is local to the destination", async () => {
    const { hits } = await search(caller, [{ from: "EGGW", to: "KTEB", departure: false, pax: "7" }]);
    expect(hits[0]?.quote.segments[0]?.arrivalDateTime.dateTimeUTC).toBe("2026-12-13T16:00:00Z");
  });

  test("a leg over the night of a clock change has the offset of each side", async () => {
    const { hits } = await search(caller, [{ from: "EGGW", to: "LFMN", date: "2027-03-28", time: "00:30" }]);
    const [leg] = hits[0]?.quote.segments ?? [];
    expect(leg?.departureDateTime.dateTimeLocal).toBe("2027-03-28T00:30:00+00:00");
    expect(leg?.arrivalDateTime.dateTimeLocal).toMatch(/\+02:00$/);
  });

  test("a return trip has two segments and costs more than one way", async () => {
    const out = { from: "EGGW", to: "LFMN" };
    const oneWay = await search(caller, [out]);
    const both = await search(caller, [out, { from: "LFMN", to: "EGGW", date: "2026-12-15" }]);
    expect(both.hits[0]?.quote.segments).toHaveLength(2);
    const ofBoth = new Map(both.hits.map(({ quote }) => [quote.lift.id, quote.sellerPrice?.price ?? 0]));
    const compared = oneWay.hits.filter(({ quote }) => ofBoth.has(quote.lift.id));
    expect(compared.length).toBeGreaterThan(20);
    for (const { quote } of compared) expect(ofBoth.get(quote.lift.id)).toBeGreaterThan(quote.sellerPrice?.price ?? 0);
  });

  test("three legs that take the aircraft elsewhere between are flown with a ferry", async () => {
    const { hits } = await search(caller, [
      { from: "EGGW", to: "LFMN" },
      { from: "LSGG", to: "LEPA", date: "2026-12-14" },
      { from: "LEPA", to: "EGGW", date: "2026-12-16" },
    ]);
    expect(hits.length).toBeGreaterThan(20);
    expect(hits[0]?.quote.segments.map(({ startAirport }) => startAirport.icao)).toEqual(["EGGW", "LSGG", "LEPA"]);
  });

  test("a chain that no aircraft can fly has no hits, unless its times are to be decided", async () => {
    const chain = [
      { from: "EGGW", to: "KTEB" },
      { from: "KTEB", to: "EGGW", time: "13:00" },
    ];
    expect((await search(caller, chain)).hits).toEqual([]);
    expect(
      (
        await search(
          caller,
          chain.map((leg) => ({ ...leg, timeTBD: true })),
        )
      ).hits.length,
    ).toBeGreaterThan(0);
  });

  test("nobody is there when the aircraft would have to leave before now", async () => {
    const now = await search(caller, [{ from: "EGGW", to: "LFMN", date: "2026-12-01", time: "12:10" }]);
    expect(now.hits).toEqual([]);
    const evening = await search(caller, [{ from: "EGGW", to: "LFMN", date: "2026-12-01", time: "22:00" }]);
    expect(evening.hits.length).toBeGreaterThan(0);
  });

  test("only airliners take 120, only helicopters use a heliport", async () => {
    const many = await search(caller, [{ from: "EGGW", to: "LFMN", pax: "120" }]);
    expect(new Set(many.hits.map(({ quote }) => quote.lift.aircraftCategory))).toEqual(new Set(["Airliner"]));
    const hop = await search(caller, [{ from: "LFMN", to: "LNMC" }]);
    expect(hop.hits.length).toBeGreaterThan(0);
    for (const { quote } of hop.hits) expect(quote.lift.aircraftCategory).toMatch(/^Helicopter/);
  });
});

describe("the criteria of a search", () => {
  const caller = createCaller();
  const leg = { from: "EGGW", to: "KTEB", pax: "6" };
  const find = async (criteria: object) =>
    (await search(caller, [leg], { body: { criteria }, fields: ["taildetails", "startposition"] })).hits;

  test("several lifts mean any of them, whatever their case", async () => {
    const hits = await find({
      requiredLift: [
        { aircraftCategory: "Midsize Jet" },
        { aircraftCategory: "heavy jet" },
        { aircraftType: "Gulfstream G550" },
      ],
    });
    const found = new Set(hits.map(({ quote }) => quote.lift.aircraftCategory));
    expect(found).toEqual(new Set(["Midsize jet", "Heavy jet", "Ultra long range"]));
  });

  test("a midsize jet is not a super midsize jet", async () => {
    const hits = await find({ requiredLift: [{ aircraftCategory: "Midsize jet" }] });
    expect(new Set(hits.map(({ quote }) => quote.lift.aircraftCategory))).toEqual(new Set(["Midsize jet"]));
  });

  test("no fuel stop, little positioning, young aircraft, partners", async () => {
    for (const { quote } of await find({ maxFuelStopsPerSegment: 0 })) expect(quote.segments[0]?.fuelStopCount).toBe(0);
    for (const hit of await find({ maxInitialPositioningTimeMinutes: 60 }))
      expect(hit.initialPositioningMinutes).toBeLessThanOrEqual(60);
    const young = await find({ minimumYearOfMake: 2018 });
    expect(young.length).toBeGreaterThan(0);
    for (const { quote } of young) expect(quote.lift.aircraftTailDetails?.yearOfMake).toBeGreaterThanOrEqual(2018);
    const all = await find({});
    const partners = await find({ requiredPartnerships: ["My partnerships"] });
    expect(partners.length).toBeGreaterThan(0);
    expect(partners.length).toBeLessThan(all.length);
    expect(await find({ requiredPartnerships: ["Nobody"] })).toEqual([]);
  });

  test("unavailable aircraft come only when asked for", async () => {
    const free = await search(caller, [{ from: "EGGW", to: "LSGG", pax: "8" }]);
    const all = await search(caller, [{ from: "EGGW", to: "LSGG", pax: "8" }], { body: { includeUnavailable: true } });
    expect(all.hits.length).toBeGreaterThan(free.hits.length);
  });
});

describe("money", () => {
  const caller = createCaller();

  test("the connection's commission is in sellerPrice, and not in the other", async () => {
    const demo = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    const second = await search(caller, [{ from: "EGGW", to: "LFMN" }], { token: sandboxConnections.second.token });
    for (const { quote } of demo.hits) {
      expect(quote.sellerPrice?.price).toBe(Math.round((quote.sellerPriceWithoutCommission?.price ?? 0) * 1.05));
      expect(quote.sellerPrice?.conversionCurrency).toBe("EUR");
    }
    for (const { quote } of second.hits) {
      expect(quote.sellerPrice?.price).toBe(quote.sellerPriceWithoutCommission?.price);
      expect(quote.sellerPrice?.conversionCurrency).toBe("USD");
    }
  });

  test("every output currency is converted to, from the seller's own", async () => {
    const { hits } = await search(caller, [{ from: "EGGW", to: "LFMN" }], {
      body: { outputCurrencies: ["SEK", "GBP"] },
    });
    for (const { quote } of hits) {
      expect(quote.convertedPrices?.map(({ conversionCurrency }) => conversionCurrency)).toEqual(["SEK", "GBP"]);
      expect(quote.convertedPrices?.[0]).toMatchObject({
        currency: quote.sellerPrice?.currency,
        price: quote.sellerPrice?.price,
      });
    }
    expect(new Set(hits.map(({ quote }) => quote.sellerPrice?.currency)).size).toBeGreaterThan(2);
  });
});

function minutesBetween(from = "", to = ""): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}
