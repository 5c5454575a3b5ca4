import { z } from "zod";
import { describe, expect, test } from "vitest";
import { AvinodeSearch } from "@liftline/schema/avinode";
import { createCaller } from "../../test/caller.ts";
import { allLegFields, findLegs, publishLeg } from "../../test/legs.ts";
import { sandboxConnections } from "../index.ts";

const path = "/emptylegs/search";
const wish = { startAirport: { icao: "EGGW" }, endAirport: { icao: "LEPA" }, date: "2026-12-05" };

describe("POST /emptylegs/search", () => {
  const refusing = createCaller();

  test("finds legs near the way, the best first, by any code and with empty ones beside it", async () => {
    const caller = createCaller();
    const own = await publishLeg(caller);
    const { id, legs, answer } = await findLegs(caller, {
      ...wish,
      startAirport: { icao: "", iata: "LTN", faa: "" },
      numberOfDaysFlexibility: "0",
    });
    expect(id).toMatch(/^asearch-/);
    expect(legs[0]).toMatchObject({ id: own.id, ownEmptyLeg: false, price: { price: 9000, currency: "EUR" } });
    // In searches the lift has the id of the leg (seed 004).
    expect(legs[0]?.lift).toMatchObject({ id: own.id, ownAircraft: false });
    const again = await caller.get(`/searches/${id}`);
    expect(again.data(AvinodeSearch).results).toHaveLength(legs.length);
    expect(answer.status).toBe(200);
  });

  test.each([
    ["London", { startAirport: { icao: "EGGW" } }],
    ["New York", { startAirport: { icao: "KTEB" } }],
    ["Nice", { endAirport: { icao: "LFMN" } }],
    ["Le Bourget", { endAirport: { icao: "LFPB" } }],
  ])("there is something within a week around %s in any season", async (_, body) => {
    for (const month of [0, 5]) {
      const caller = createCaller();
      caller.advance(month * 30 * 86_400_000);
      const date = new Date(Date.parse("2026-12-05") + month * 30 * 86_400_000).toISOString().slice(0, 10);
      expect((await findLegs(caller, { ...body, date })).legs.length).toBeGreaterThan(3);
    }
  });

  test("R3: who sells it and which aircraft it is appear on approved connections only, whatever is asked for", async () => {
    const caller = createCaller();
    const everything = { startAirport: { icao: "EGGW" } };
    const { legs, answer } = await findLegs(caller, everything, { fields: allLegFields });
    expect(legs.length).toBeGreaterThan(3);
    for (const leg of legs) {
      expect(leg.sellerCompany).toBeUndefined();
      expect(leg.lift.aircraftTail).toBeUndefined();
      expect(leg.lift.aircraftCertificate).toBeUndefined();
    }
    expect(answer.text).not.toContain("contactInfo");
    const { token } = sandboxConnections.identified;
    const approved = await findLegs(caller, everything, { fields: allLegFields, token });
    expect(approved.legs[0]?.sellerCompany?.displayName).toBeTruthy();
    expect(approved.legs[0]?.sellerCompany?.contactInfo?.emails).toHaveLength(1);
    expect(approved.legs[0]?.lift.aircraftTail).toBeTruthy();
  });

  test("sparse fields add what they name and nothing else", async () => {
    const caller = createCaller();
    await publishLeg(caller);
    const bare = (await findLegs(caller, wish)).legs[0];
    expect(bare).not.toHaveProperty("calculatedPrice");
    expect(bare).not.toHaveProperty("flightTime");
    const full = (await findLegs(caller, wish, { fields: allLegFields })).legs[0];
    expect(full?.calculatedPrice?.price).toBeGreaterThan(0);
    expect(full?.flightTime).toBeGreaterThan(60);
    expect(full?.lift.typePhotos?.length).toBe(2);
    expect((await findLegs(caller, wish, { fields: ["typephotos"] })).legs[0]).not.toHaveProperty("calculatedPrice");
  });

  test("the date counts by the clock of where the leg starts, with so many days around", async () => {
    const caller = createCaller();
    // 23:30 in London, and the day after in Palma.
    const { id } = await publishLeg(caller, { startDate: "2026-12-05T23:30Z", endDate: "2026-12-06T01:50Z" });
    const has = async (date: string, days: string) =>
      (await findLegs(caller, { ...wish, date, numberOfDaysFlexibility: days })).legs.some((leg) => leg.id === id);
    expect(await has("2026-12-05", "0")).toBe(true);
    expect(await has("2026-12-04", "0")).toBe(false);
    expect(await has("2026-12-04", "1")).toBe(true);
    expect(await has("2026-12-09", "2")).toBe(false);
    expect(await has("2026-12-09", "3")).toBe(true);
  });

  test("passengers and partnerships narrow it", async () => {
    const caller = createCaller();
    const all = { startAirport: { icao: "KTEB" }, numberOfDaysFlexibility: "7" };
    const many = await findLegs(caller, { ...all, passengers: "9" });
    expect(many.legs.length).toBeGreaterThan(0);
    for (const { lift } of many.legs) expect(lift.maxPax).toBeGreaterThanOrEqual(9);
    const everybody = await findLegs(caller, all);
    const partners = await findLegs(caller, { ...all, requiredPartnerships: ["Preferred operators"] });
    expect(partners.legs.length).toBeLessThan(everybody.legs.length);
    expect((await findLegs(caller, { ...all, requiredPartnerships: ["Nobody"] })).legs).toEqual([]);
  });

  test.each([
    ["no airport", { date: "2026-12-05" }, 400, "ERR_INPUT_MISSING"],
    [
      "only empty codes",
      { ...wish, startAirport: { icao: "" }, endAirport: { icao: "", iata: "" } },
      400,
      "ERR_INPUT_MISSING",
    ],
    ["no date", { startAirport: { icao: "EGGW" } }, 400, "ERR_INPUT_MISSING"],
    ["a date that is none", { ...wish, date: "2026-02-30" }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["a date that has passed", { ...wish, date: "2026-11-20" }, 422, "DATE_INVALID"],
    ["an airport nobody knows", { ...wish, startAirport: { icao: "XXXX" } }, 422, "START_AIRPORT_INVALID"],
    ["an end nobody knows", { ...wish, endAirport: { icao: "XXXX" } }, 422, "END_AIRPORT_INVALID"],
    ["passengers as a number", { ...wish, passengers: 2 }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["a crowd", { ...wish, passengers: "101" }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["a month of flexibility", { ...wish, numberOfDaysFlexibility: "30" }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["a property of its own", { ...wish, maxPrice: 10 }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["a list", [], 400, "ERR_INPUT_GENERIC_INVALID"],
  ])("refuses %s", async (_, body, status, code) => {
    expect(await refusing.post(path, body)).toMatchObject({ status, errors: [{ code }] });
  });

  test("sentinel airports make it misbehave", async () => {
    const caller = createCaller();
    const from = (icao: string) => ({ startAirport: { icao }, date: "2026-12-05" });
    const count = async (icao: string) => (await findLegs(caller, from(icao))).legs.length;
    expect([await count("ZZN0"), await count("ZZN1"), await count("ZZN3")]).toEqual([0, 1, 300]);
    expect((await caller.post(path, from("ZZF3"))).status).toBe(503);
    expect((await caller.post(path, from("ZZL9"))).headers.get("x-rate-limit-reset")).toBe("8");
    const odd = (await caller.post(path, from("ZZDD"))).data(z.array(AvinodeSearch))[0]?.results ?? [];
    expect(odd[4]).toMatchObject({ lift: null });
    const { id } = await findLegs(caller, from("ZZEX"));
    expect((await caller.get(`/searches/${id}`)).status).toBe(404);
  });

  test("a search belongs to its connection", async () => {
    const caller = createCaller();
    const { id } = await findLegs(caller, wish);
    expect((await caller.get(`/searches/${id}`, { token: sandboxConnections.second.token })).status).toBe(404);
    caller.marketplace.reset();
    expect((await caller.get(`/searches/${id}`)).status).toBe(404);
  });
});
