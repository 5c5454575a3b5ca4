import { describe, expect, test } from "vitest";
import { AvinodeEmptyLeg } from "@liftline/schema/avinode";
import { createCaller } from "../../test/caller.ts";
import { findLegs, legBody, publishLeg, sellerToken, tailOfSeller } from "../../test/legs.ts";
import { sandboxConnections } from "../index.ts";

const wish = { startAirport: { icao: "EGGW" }, endAirport: { icao: "LEPA" }, numberOfDaysFlexibility: "2" };

describe("a seller's empty leg", () => {
  const refusing = createCaller();

  test("is published, read by others without its seller, and by its own company with everything", async () => {
    const caller = createCaller();
    const own = await publishLeg(caller, { sellerMessage: 'Pets "welcome"\nask us' });
    expect(own).toMatchObject({ ownEmptyLeg: true, published: true, sellerVerified: true, brokered: false });
    expect(own.lift).toMatchObject({ aircraftTail: tailOfSeller(), ownAircraft: true });
    expect(own.sellerCompany?.displayName).toBeTruthy();
    const seen = (await caller.get(`/emptylegs/${own.id}`)).data(AvinodeEmptyLeg);
    expect(seen).toMatchObject({ id: own.id, ownEmptyLeg: false, sellerMessage: 'Pets "welcome"\nask us' });
    expect(seen.sellerCompany).toBeUndefined();
    expect(seen.lift.aircraftTail).toBeUndefined();
    expect(seen.startDate.dateTimeLocal).toBe("2026-12-05T09:00:00+00:00");
    expect(seen.endDate.dateTimeLocal).toBe("2026-12-05T12:20:00+01:00");
  });

  test("R24: off the market it is 404 for everybody else, and gone from searches", async () => {
    const caller = createCaller();
    const { id } = await publishLeg(caller);
    const hidden = await caller.put(`/emptylegs/${id}`, legBody({ published: false }), sellerToken);
    expect(hidden.data(AvinodeEmptyLeg)).toMatchObject({ id, published: false });
    expect((await caller.get(`/emptylegs/${id}`)).status).toBe(404);
    expect((await caller.get(`/emptylegs/${id}`, sellerToken)).status).toBe(200);
    expect((await findLegs(caller, wish)).legs.map((leg) => leg.id)).not.toContain(id);
    await caller.put(`/emptylegs/${id}`, legBody({ sellerPrice: "8000" }), sellerToken);
    expect((await caller.get(`/emptylegs/${id}`)).data(AvinodeEmptyLeg).price?.price).toBe(8000);
    expect((await caller.delete(`/emptylegs/${id}`, sellerToken)).status).toBe(200);
    expect((await caller.get(`/emptylegs/${id}`, sellerToken)).status).toBe(404);
    expect((await caller.delete(`/emptylegs/${id}`, sellerToken)).status).toBe(404);
  });

  test("ends by itself when its time has passed, and with a reset", async () => {
    const caller = createCaller();
    const { id } = await publishLeg(caller);
    caller.advance(4 * 86_400_000);
    expect((await caller.get(`/emptylegs/${id}`)).status).toBe(404);
    const other = await publishLeg(caller, { startDate: "2026-12-08T09:00Z", endDate: "2026-12-08T11:00Z" });
    caller.marketplace.reset();
    expect((await caller.get(`/emptylegs/${other.id}`)).status).toBe(404);
  });

  test("can stand for a type or a category; then nobody's AOC stands behind it", async () => {
    const caller = createCaller();
    const byType = await publishLeg(caller, { lift: { aircraftType: "Citation CJ2" } });
    expect(byType).toMatchObject({ brokered: true, lift: { aircraftType: "Citation CJ2", maxPax: 6 } });
    const byCategory = await publishLeg(caller, { lift: { aircraftCategory: "Heavy Jet" } });
    expect(byCategory.lift).toMatchObject({ aircraftCategory: "Heavy jet" });
    expect(byCategory.lift.aircraftType).toBeUndefined();
  });

  test.each([
    ["a tail of another company", { lift: { aircraftTail: "G-NONE" } }, 422, "LIFT_INVALID"],
    ["no lift at all", { lift: {} }, 422, "LIFT_INVALID"],
    ["an airport nobody knows", { endAirport: { icao: "XXXX" } }, 422, "END_AIRPORT_INVALID"],
    ["an airport without a code", { startAirport: {} }, 400, "ERR_INPUT_MISSING"],
    ["a local time", { startDate: "2026-12-05T09:00" }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["seconds", { startDate: "2026-12-05T09:00:00Z" }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["an end before the start", { endDate: "2026-12-05T08:00Z" }, 422, "DATE_INVALID"],
    ["an end in the past", { startDate: "2026-11-01T08:00Z", endDate: "2026-11-01T09:00Z" }, 422, "DATE_INVALID"],
    ["more than five days", { endDate: "2026-12-10T09:01Z" }, 422, "DATE_INVALID"],
    ["a price without currency", { sellerPriceCurrency: undefined }, 400, "ERR_INPUT_MISSING"],
    ["a currency nobody trades", { sellerPriceCurrency: "XXX" }, 400, "ERR_INPUT_GENERIC_INVALID"],
    ["a price below nothing", { sellerPrice: -1 }, 400, "ERR_INPUT_GENERIC_INVALID"],
  ])("is refused with %s", async (_, change, status, code) => {
    const answer = await refusing.post("/emptylegs", legBody(change), sellerToken);
    expect(answer).toMatchObject({ status, errors: [{ code }] });
  });

  test("is for sellers: a buyer is 403, another seller finds nothing to change", async () => {
    const caller = createCaller();
    expect((await caller.post("/emptylegs", legBody())).errors[0]?.code).toBe("AUTHENTICATION_COMPANY_ACCESS");
    const { id } = await publishLeg(caller);
    expect((await caller.put(`/emptylegs/${id}`, legBody())).status).toBe(403);
    const other = { token: sandboxConnections.otherSeller.token };
    expect((await caller.put(`/emptylegs/${id}`, legBody(), other)).status).toBe(404);
    expect((await caller.delete(`/emptylegs/${id}`, other)).status).toBe(404);
    expect((await caller.get(`/emptylegs/${id}`)).status).toBe(200);
  });
});

describe("a view of a leg", () => {
  test("R24: is counted where the report goes, for legs that are on the market", async () => {
    const caller = createCaller();
    const { id } = await publishLeg(caller);
    expect((await caller.post(`/emptylegs/${id}/viewed`, {})).status).toBe(200);
    expect((await caller.post("/emptylegs/el-1/viewed", {})).status).toBe(404);
    expect(caller.marketplace.views()).toEqual([
      { connection: "Demo Charter", emptyLegId: id, at: "2026-12-01T12:00:00.000Z" },
    ]);
    caller.marketplace.reset();
    expect(caller.marketplace.views()).toEqual([]);
  });

  test("goes where the marketplace says, once anybody knows", async () => {
    const caller = createCaller({ viewedPath: "/emptylegs/:id/reportviewed" });
    const { id } = await publishLeg(caller);
    expect((await caller.post(`/emptylegs/${id}/reportviewed`, {})).status).toBe(200);
    expect((await caller.post(`/emptylegs/${id}/viewed`, {})).status).toBe(501);
  });
});
