import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AvinodeRfq, AvinodeTrip } from "@liftline/schema/avinode";
import { askSeller, leg, openDesk } from "../../test/desk.ts";

function body(change: object = {}): object {
  return { criteria: {}, segments: [leg({ from: "EGGW", to: "LFMN" })], sourcing: true, ...change };
}

describe("POST /trips", () => {
  test("makes a trip that people and programs can open", async () => {
    const { buyer } = openDesk();
    const answer = await buyer.post("/trips", body({ externalTripId: "Agent 7" }));
    expect(answer.status).toBe(201);
    const trip = answer.data(AvinodeTrip);
    expect(trip).toMatchObject({
      type: "trips",
      externalTripId: "Agent 7",
      rfqs: [],
      tripId: expect.stringMatching(/^[A-Z0-9]{6}$/),
    });
    expect(trip.actions?.searchInAvinode?.href).toMatch(/\/marketplace\/mvc\/search\/load\/.*\?source=api$/);
    expect(trip.segments?.[0]).toMatchObject({
      startAirport: { icao: "EGGW", searchValue: "EGGW" },
      startAirportDetails: { name: "LUTON" },
      departureDateTime: { dateTimeUTC: "2026-12-13T11:00:00Z" },
      paxCount: 4,
    });
    expect((await buyer.get(`/trips/${trip.id}`)).data(AvinodeTrip)).toEqual(trip);
    for (const id of [trip.id, trip.tripId, "Agent%207"]) {
      expect((await buyer.get(`/trips/searchTrips?id=${id}`)).data(z.array(AvinodeTrip))).toEqual([trip]);
    }
    expect((await buyer.get("/trips/searchTrips?id=NOBODY")).data(z.array(z.unknown()))).toEqual([]);
  });

  const half = { ...leg({ from: "EGGW", to: "LFMN" }), startAirport: { searchValue: "The lawn" } };
  test.each([
    ["without sourcing", { sourcing: undefined }, 400, "ERR_INPUT_MISSING", "sourcing"],
    ["without criteria", { criteria: undefined }, 400, "ERR_INPUT_MISSING", "criteria"],
    ["without a leg", { segments: [] }, 400, "ERR_INPUT_GENERIC_INVALID", "segments"],
    [
      "with passengers as a number",
      { segments: [{ ...half, paxCount: 4 }] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "segments[0].paxCount",
    ],
    [
      "with passengers in words",
      { segments: [{ ...half, paxCount: "four" }] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "segments[0].paxCount",
    ],
    [
      "to nowhere",
      { segments: [leg({ from: "EGGW", to: "QQQQ" })] },
      422,
      "END_AIRPORT_INVALID",
      "segments[0].endAirport",
    ],
    [
      "long ago",
      { segments: [leg({ from: "EGGW", to: "LFMN", date: "2020-01-01" })] },
      422,
      "DATE_INVALID",
      "segments[0].dateTime",
    ],
    [
      "on no day",
      { segments: [leg({ from: "EGGW", to: "LFMN", date: "13.12.2026" })] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "segments[0].dateTime.date",
    ],
    [
      "with an empty lift",
      { criteria: { requiredLift: [{ aircraftType: "" }] } },
      422,
      "LIFT_INVALID",
      "criteria.requiredLift[0]",
    ],
    [
      "from a lawn by jet",
      { segments: [half], criteria: { requiredLift: [{ aircraftCategory: "Light jet" }] } },
      422,
      "START_AIRPORT_INVALID",
      "segments[0].startAirport",
    ],
    ["with words nobody knows", { budget: 9 }, 400, "ERR_INPUT_GENERIC_INVALID", undefined],
  ])("refuses one %s", async (_what, change, status, code, path) => {
    const answer = await openDesk().buyer.post("/trips", body(change));
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.code).toBe(code);
    expect(answer.errors[0]?.path).toBe(path);
  });

  test("from a lawn is for helicopters, and then knows no local time", async () => {
    const { buyer } = openDesk();
    const criteria = { requiredLift: [{ aircraftCategory: "Helicopter twin engine" }] };
    const trip = (await buyer.post("/trips", body({ segments: [half], criteria }))).data(AvinodeTrip);
    expect(trip.segments?.[0]?.startAirport).toEqual({ searchValue: "The lawn" });
    expect(trip.segments?.[0]).not.toHaveProperty("startAirportDetails");
    expect(trip.segments?.[0]).not.toHaveProperty("departureDateTime");
  });
});

describe("a trip", () => {
  test("is its company's: nobody else reads, changes or cancels it", async () => {
    const { buyer, stranger, caller } = openDesk();
    const trip = (await buyer.post("/trips", body())).data(AvinodeTrip);
    expect((await stranger.get(`/trips/${trip.id}`)).status).toBe(404);
    expect((await stranger.get(`/trips/searchTrips?id=${trip.tripId}`)).data(z.array(z.unknown()))).toEqual([]);
    expect((await stranger.put(`/trips/${trip.id}`, body())).status).toBe(404);
    const cancel = { id: trip.id, type: "trip", href: trip.href, reason: "OTHER" };
    expect((await stranger.put(`/trips/${trip.id}/cancel`, cancel)).status).toBe(404);
    caller.marketplace.reset();
    expect((await buyer.get(`/trips/${trip.id}`)).status).toBe(404);
  });

  test("adds what fields[trips] asks for, and not what is asked in other words", async () => {
    const desk = openDesk();
    const { trip } = await askSeller(desk);
    const read = async (query: string) =>
      (await desk.buyer.get(`/trips/${trip.id}?${query}`)).data(AvinodeTrip).rfqs?.[0];
    const asked = await read("fields[trips]=buyermessages&fields[trips]=perfdetails,timestamps");
    expect(asked?.buyerMessages).toHaveLength(1);
    expect(asked?.sellerLift?.[0]?.liftPerformance).toBeDefined();
    expect(asked?.updatedByBuyer).toBeDefined();
    for (const query of ["", "fields[rfqs]=buyermessages", "field[trips]=buyermessages", "fields[trips]=nonsense"]) {
      expect(await read(query)).toEqual(trip.rfqs?.[0]);
    }
  });

  test("that changes takes its RFQs with it", async () => {
    const desk = openDesk();
    const { trip, rfq } = await askSeller(desk);
    const changed = await desk.buyer.put(`/trips/${trip.id}`, body({ segments: [leg({ from: "EGGW", to: "LFPB" })] }));
    expect(changed.data(AvinodeTrip).rfqs?.[0]?.segments?.[0]?.endAirport?.icao).toBe("LFPB");
    expect((await desk.seller.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq).segments?.[0]?.endAirport?.icao).toBe("LFPB");
  });

  test("is shown to a seller with that seller's RFQ alone, and cannot be changed by it", async () => {
    const desk = openDesk();
    const { trip } = await askSeller(desk);
    await desk.buyer.post("/rfqs", {
      tripId: trip.tripId,
      criteria: { requiredLift: [{ aircraftCategory: "Heavy jet" }] },
      segments: [leg({ from: "EGGW", to: "LFMN" })],
    });
    const all = (await desk.buyer.get(`/trips/${trip.id}`)).data(AvinodeTrip);
    const own = (await desk.seller.get(`/trips/${trip.id}`)).data(AvinodeTrip);
    expect(all.rfqs?.length).toBeGreaterThan(5);
    expect(new Set(own.rfqs?.map(({ sellerCompany }) => sellerCompany?.id)).size).toBe(1);
    expect(own.actions).toEqual({});
    expect((await desk.seller.put(`/trips/${trip.id}`, body())).status).toBe(403);
  });
});

describe("cancelling", () => {
  test("a trip ends it and all its RFQs, with a word to each seller", async () => {
    const desk = openDesk();
    const { trip, rfq } = await askSeller(desk, 2);
    const cancel = {
      id: trip.id,
      type: "trip",
      href: trip.href,
      messageToSeller: "Changed our mind",
      reason: "BY_CLIENT",
    };
    const canceled = (await desk.buyer.put(`/trips/${trip.id}/cancel`, cancel)).data(AvinodeTrip);
    expect(canceled).toMatchObject({ canceled: true, rfqs: [{ canceled: true }] });
    expect(Object.keys(canceled.actions ?? {})).toEqual(["viewInAvinode"]);
    const seen = (await desk.seller.get(`/rfqs/${rfq.id}?fields[rfqs]=buyermessages`)).data(AvinodeRfq);
    expect(seen).toMatchObject({ canceled: true });
    expect(Object.keys(seen.actions ?? {})).toEqual(["viewInAvinode"]);
    expect(
      seen.sellerLift?.map(({ sourcingStatus, sourcingDisplayStatus }) => [sourcingStatus, sourcingDisplayStatus]),
    ).toEqual([
      [3, "Canceled"],
      [3, "Canceled"],
    ]);
    expect(seen.buyerMessages?.at(-1)).toMatchObject({
      messageType: "CANCELED",
      cancelReason: "Canceled by client",
      message: "Changed our mind",
    });
  });

  test("is final: nothing more is said, sent or canceled", async () => {
    const desk = openDesk();
    const { trip, rfq } = await askSeller(desk);
    const cancel = { id: trip.id, type: "trip", href: trip.href, reason: "BOOKED" };
    expect((await desk.buyer.put(`/trips/${trip.id}/cancel`, cancel)).status).toBe(200);
    const late = [
      await desk.buyer.put(`/trips/${trip.id}/cancel`, cancel),
      await desk.buyer.put(`/trips/${trip.id}`, body()),
      await desk.buyer.put(`/rfqs/${rfq.id}/cancel`, { ...cancel, id: rfq.id, type: "arfq", href: rfq.href }),
      await desk.buyer.post(`/tripmsgs/${rfq.id}/chat`, { message: "Hello?" }),
      await desk.seller.post(`/tripmsgs/${rfq.id}/chat`, { message: "Hello?" }),
      await desk.seller.post(`/tripmsgs/${rfq.id}/decline`, {}),
    ];
    expect(late.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
  });

  test("one RFQ leaves the trip", async () => {
    const desk = openDesk();
    const { trip, rfq } = await askSeller(desk);
    const cancel = { id: rfq.id, type: "arfq", href: rfq.href, reason: "CHANGED" };
    const left = (await desk.buyer.put(`/rfqs/${rfq.id}/cancel`, cancel)).data(AvinodeTrip);
    expect(left.canceled).toBeUndefined();
    expect(left.rfqs?.[0]?.canceled).toBe(true);
    expect((await desk.buyer.put(`/trips/${trip.id}`, body())).status).toBe(200);
    expect((await desk.seller.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq).segments?.[0]?.endAirport?.icao).toBe("LFMN");
  });

  test.each([
    ["with another id", { id: "atrip-1" }, 400, "id"],
    ["as an RFQ", { type: "arfq" }, 400, "type"],
    ["by the type of the resource", { type: "trips" }, 400, "type"],
    ["with another address", { href: "https://elsewhere.example/api/trips/atrip-1" }, 400, "href"],
    ["without a reason", { reason: undefined }, 400, "reason"],
    ["for a reason of its own", { reason: "TOO_EXPENSIVE" }, 400, "reason"],
    ["in too many words", { messageToSeller: "x".repeat(4001) }, 422, "messageToSeller"],
  ])("is refused %s, and nothing ends", async (_what, change, status, path) => {
    const desk = openDesk();
    const { trip } = await askSeller(desk);
    const cancel = { id: trip.id, type: "trip", href: trip.href, reason: "OTHER", ...change };
    const answer = await desk.buyer.put(`/trips/${trip.id}/cancel`, cancel);
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.path).toBe(path);
    expect((await desk.buyer.get(`/trips/${trip.id}`)).data(AvinodeTrip).canceled).toBeUndefined();
  });

  test("is the buyer's", async () => {
    const desk = openDesk();
    const { trip, rfq } = await askSeller(desk);
    const cancel = { id: trip.id, type: "trip", href: trip.href, reason: "OTHER" };
    expect((await desk.seller.put(`/trips/${trip.id}/cancel`, cancel)).status).toBe(403);
    const own = { ...cancel, id: rfq.id, type: "arfq", href: rfq.href };
    expect((await desk.seller.put(`/rfqs/${rfq.id}/cancel`, own)).status).toBe(403);
    expect((await desk.buyer.put("/rfqs/arfq-1/cancel", own)).status).toBe(404);
  });
});
