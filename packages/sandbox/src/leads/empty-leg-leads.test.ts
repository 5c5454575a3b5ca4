import { z } from "zod";
import { describe, expect, test } from "vitest";
import { createCaller, type Caller } from "../../test/caller.ts";
import { findLegs, publishLeg, sellerToken } from "../../test/legs.ts";
import { search } from "../../test/trip.ts";

const wish = { startAirport: { icao: "EGGW" }, endAirport: { icao: "LEPA" } };

function send(caller: Caller, change: object) {
  return caller.post("/leads", {
    leadContactInfo: { name: "Jo Smith", emailAddresses: [{ type: "Home", emailAddress: "jo@example.com" }] },
    clientIdentifier: "lead-1",
    ...change,
  });
}

describe("a lead for an empty leg", () => {
  test("R19: names the leg of its search, and takes the search for good", async () => {
    const caller = createCaller();
    const { id: emptyLegId } = await publishLeg(caller);
    const { id: searchId } = await findLegs(caller, wish);
    const inquiryLift = [{ emptyLegId, priceExpectation: 9000 }];
    const answer = await send(caller, { searchId, inquiryLift, leadCurrency: "EUR" });
    expect(answer.status).toBe(201);
    const data = answer.data(z.looseObject({ id: z.string() }));
    // Sellers are told for aircraft only (seed 004).
    expect(data).not.toHaveProperty("sellerQuotes");
    const [lead] = caller.marketplace.ledger.leads();
    expect(lead).toMatchObject({ searchId, inquiryLift, options: [{ aircraftType: expect.any(String) }] });
    const second = await send(caller, { searchId, inquiryLift, leadCurrency: "EUR", clientIdentifier: "lead-2" });
    expect(second.errors[0]?.code).toBe("SEARCH_ALREADY_USED");
    const repeat = await send(caller, { searchId, inquiryLift, leadCurrency: "EUR" });
    expect(repeat.data(z.object({ id: z.string() })).id).toBe(data.id);
    expect((await caller.get(`/leads/${data.id}`)).status).toBe(200);
  });

  test("needs no search when the leg comes out of a watch, and a second one is another lead", async () => {
    const caller = createCaller();
    const { id: emptyLegId } = await publishLeg(caller);
    expect((await send(caller, { inquiryLift: [{ emptyLegId }] })).status).toBe(201);
    expect((await send(caller, { inquiryLift: [{ emptyLegId }], clientIdentifier: "lead-2" })).status).toBe(201);
    expect(caller.marketplace.ledger.leads().map(({ searchId }) => searchId)).toEqual([undefined, undefined]);
  });

  test("stands although the leg was withdrawn after the search; without a search it does not", async () => {
    const caller = createCaller();
    const { id: emptyLegId } = await publishLeg(caller);
    const { id: searchId } = await findLegs(caller, wish);
    await caller.delete(`/emptylegs/${emptyLegId}`, sellerToken);
    expect((await send(caller, { inquiryLift: [{ emptyLegId }] })).errors[0]?.code).toBe("LIFT_INVALID");
    expect((await send(caller, { searchId, inquiryLift: [{ emptyLegId }] })).status).toBe(201);
  });

  test("is refused with a leg of another search, or with the wrong kind of search", async () => {
    const caller = createCaller();
    const { id: emptyLegId } = await publishLeg(caller);
    const { id: searchId } = await findLegs(caller, { startAirport: { icao: "KTEB" } });
    const trip = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    for (const body of [
      { searchId, inquiryLift: [{ emptyLegId }] },
      { searchId: trip.id, inquiryLift: [{ emptyLegId }] },
      { searchId, sellerQuoteIds: [trip.hits[0]?.id] },
    ]) {
      expect(await send(caller, body)).toMatchObject({ status: 422, errors: [{ code: "LIFT_INVALID" }] });
    }
    expect((await send(caller, { inquiryLift: [{ emptyLegId }, { aircraftCategory: "Heavy jet" }] })).status).toBe(400);
    expect((await send(caller, { searchId: "asearch-1", inquiryLift: [{ emptyLegId }] })).status).toBe(404);
    expect(caller.marketplace.ledger.leads()).toEqual([]);
  });
});
