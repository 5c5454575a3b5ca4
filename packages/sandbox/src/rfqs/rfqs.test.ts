import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { AvinodeQuote, AvinodeRfq, AvinodeTrip } from "@liftline/schema/avinode";
import { askSeller, leg, openDesk, partyOf, rfqFor, type Desk } from "../../test/desk.ts";
import { search } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

let desk: Desk;

beforeEach(() => {
  desk = openDesk();
});

describe("POST /rfqs by hits of a search", () => {
  test("asks each of their sellers once, for all chosen lifts, with the price that was found", async () => {
    const found = await search(desk.caller, [{ from: "EGGW", to: "LFMN" }]);
    const hits = found.hits.slice(0, 6);
    const answer = await desk.buyer.post("/rfqs", { searchResultIds: hits.map(({ id }) => id), buyerMessage: "Hi" });
    expect(answer.status).toBe(201);
    const trip = answer.data(AvinodeTrip);
    const sellers = hits.map(({ quote }) => quote.sellerCompany?.displayName);
    expect(trip.rfqs?.map(({ sellerCompany }) => sellerCompany?.displayName)).toEqual([...new Set(sellers)]);
    expect(trip.rfqs?.flatMap(({ sellerLift }) => sellerLift ?? [])).toHaveLength(6);
    expect(trip.rfqs?.every(({ tripId }) => tripId === trip.tripId)).toBe(true);
    const link = trip.rfqs?.[0]?.sellerLift?.[0]?.links?.quotes?.[0];
    const quote = (await desk.buyer.get(`/quotes/${link?.id}`)).data(AvinodeQuote);
    expect(quote).toMatchObject({
      avinodeGenerated: true,
      lift: { ownAircraft: false },
      sellerPrice: { price: hits[0]?.quote.sellerPriceWithoutCommission?.price },
    });
  });

  test("takes a search once, and the hits of one search only", async () => {
    const first = await search(desk.caller, [{ from: "EGGW", to: "LFMN" }]);
    const other = await search(desk.caller, [{ from: "EGGW", to: "LFPB" }]);
    const [one, two] = first.hits.map(({ id }) => id);
    const mixed = await desk.buyer.post("/rfqs", { searchResultIds: [one, other.hits[0]?.id] });
    expect(mixed).toMatchObject({ status: 422, errors: [{ code: "QUOTE_INVALID", path: "searchResultIds[1]" }] });
    expect((await desk.buyer.post("/rfqs", { searchResultIds: [one] })).status).toBe(201);
    const again = await desk.buyer.post("/rfqs", { searchResultIds: [two] });
    expect(again).toMatchObject({ status: 422, errors: [{ code: "SEARCH_ALREADY_USED", path: "searchResultIds" }] });
  });

  test("is for who searched, and not for ever", async () => {
    const { hits } = await search(desk.caller, [{ from: "EGGW", to: "LFMN" }]);
    const body = { searchResultIds: [hits[0]?.id] };
    expect((await desk.stranger.post("/rfqs", body)).status).toBe(404);
    desk.caller.advance(25 * 3_600_000);
    expect((await desk.buyer.post("/rfqs", body)).status).toBe(404);
  });
});

describe("POST /rfqs by lifts and legs", () => {
  test("asks a seller for several of its aircraft in one RFQ", async () => {
    const { trip, rfq } = await askSeller(desk, 3);
    expect(trip.rfqs).toHaveLength(1);
    expect(rfq.sellerLift?.map(({ aircraftTail }) => aircraftTail)).toEqual(
      desk.fleet.slice(0, 3).map(({ tail }) => tail),
    );
    expect(rfq).toMatchObject({ buyerCompany: { displayName: "Demo Charter" }, tripId: trip.tripId });
    expect(rfq.sellerLift?.every((lift) => lift.sourcingDisplayStatus === "Unanswered" && lift.ownAircraft)).toBe(true);
  });

  test("asks a category of several sellers, and who answers chooses the aircraft", async () => {
    const criteria = { requiredLift: [{ aircraftCategory: "heavy JET" }] };
    const trip = (await desk.buyer.post("/rfqs", rfqFor([], { criteria }))).data(AvinodeTrip);
    expect(trip.rfqs).toHaveLength(10);
    expect(trip.rfqs?.[0]?.sellerLift?.[0]).toMatchObject({ aircraftCategory: "heavy JET" });
    expect(trip.rfqs?.[0]?.sellerLift?.[0]?.aircraftTail).toBeUndefined();
  });

  test("joins the trip that is named, by the id people see", async () => {
    const { trip } = await askSeller(desk);
    const joined = (await desk.buyer.post("/rfqs", rfqFor(desk.fleet.slice(1, 2), { tripId: trip.tripId }))).data(
      AvinodeTrip,
    );
    expect(joined.id).toBe(trip.id);
    expect(joined.rfqs).toHaveLength(2);
    const { trip: other } = await askSeller(desk);
    expect(other.id).not.toBe(trip.id);
  });

  test("may take the legs of its trip", async () => {
    const { trip } = await askSeller(desk);
    const body = { tripId: trip.tripId, criteria: { requiredLift: [{ aircraftTail: desk.fleet[1]?.tail }] } };
    const joined = (await desk.buyer.post("/rfqs", body)).data(AvinodeTrip);
    expect(joined.rfqs?.[1]?.segments).toEqual(trip.segments);
  });

  test("asks for an empty leg, which the seller can read", async () => {
    const published = await desk.seller.post("/emptylegs", {
      lift: { aircraftTail: desk.fleet[0]?.tail },
      startAirport: { icao: "EGGW" },
      endAirport: { icao: "LFMN" },
      startDate: "2026-12-13T09:00Z",
      endDate: "2026-12-13T18:00Z",
    });
    const emptyLegId = published.data(z.object({ id: z.string() })).id;
    const { rfq } = await askSeller(desk, 0, { criteria: { requiredLift: [{ emptyLegId }] } });
    const link = rfq.sellerLift?.[0]?.links?.emptylegs?.[0];
    expect(link?.id).toBe(emptyLegId);
    expect((await desk.seller.get(`/emptylegs/${emptyLegId}`)).status).toBe(200);
    const gone = await desk.buyer.post("/rfqs", rfqFor([], { criteria: { requiredLift: [{ emptyLegId: "el-1" }] } }));
    expect(gone).toMatchObject({ status: 422, errors: [{ path: "criteria.requiredLift[0].emptyLegId" }] });
  });

  test("from a lawn goes to helicopters, without a price of the marketplace's own", async () => {
    const criteria = { requiredLift: [{ aircraftCategory: "Helicopter twin engine" }] };
    const segments = [{ ...leg({ from: "EGGW", to: "LFMN" }), endAirport: { searchValue: "Hotel roof, Nice" } }];
    const { rfqs } = (await desk.buyer.post("/rfqs", rfqFor([], { criteria, segments }))).data(AvinodeTrip);
    expect(rfqs?.[0]?.segments?.[0]?.endAirport).toEqual({ searchValue: "Hotel roof, Nice" });
    expect(rfqs?.[0]?.sellerLift?.[0]?.links?.quotes).toBeUndefined();
  });

  const lift = [{ aircraftCategory: "Light jet" }];
  test.each([
    ["nothing", { criteria: undefined }, 400, "ERR_INPUT_MISSING", "searchResultIds"],
    ["no lift", { criteria: { requiredLift: [] } }, 400, "ERR_INPUT_MISSING", "searchResultIds"],
    ["an empty lift", { criteria: { requiredLift: [{}] } }, 422, "LIFT_INVALID", "criteria.requiredLift[0]"],
    [
      "an unknown tail",
      { criteria: { requiredLift: [...lift, { aircraftTail: "X-0000" }] } },
      422,
      "LIFT_INVALID",
      "criteria.requiredLift[1]",
    ],
    ["no leg", { segments: undefined, criteria: { requiredLift: lift } }, 400, "ERR_INPUT_MISSING", "segments"],
    ["hits as well", { searchResultIds: ["asearchhit-1"] }, 422, "LIFT_INVALID", "criteria"],
    ["a trip nobody has", { tripId: "ABCDEF" }, 422, "TRIP_INVALID", "tripId"],
    ["too many words", { buyerMessage: "🐕".repeat(4001) }, 422, "MESSAGE_TOO_LONG", "buyerMessage"],
    [
      "a lawn for a jet",
      { segments: [{ ...leg({ from: "EGGW", to: "LFMN" }), endAirport: { searchValue: "A lawn" } }] },
      422,
      "END_AIRPORT_INVALID",
      "segments[0].endAirport",
    ],
    ["a word nobody knows", { sellers: "all" }, 400, "ERR_INPUT_GENERIC_INVALID", undefined],
  ])("refuses %s, and asks nobody", async (_what, change, status, code, path) => {
    const answer = await desk.buyer.post("/rfqs", rfqFor(desk.fleet.slice(0, 1), change));
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.code).toBe(code);
    expect(answer.errors[0]?.path).toBe(path);
    expect((await desk.seller.get("/rfqs")).data(z.array(z.unknown()))).toEqual([]);
  });

  test("refuses a trip of somebody else, and one that is canceled", async () => {
    const { trip } = await askSeller(desk);
    const body = rfqFor(desk.fleet.slice(0, 1), { tripId: trip.tripId });
    expect((await desk.stranger.post("/rfqs", body)).errors[0]?.code).toBe("TRIP_INVALID");
    await desk.buyer.put(`/trips/${trip.id}/cancel`, { id: trip.id, type: "trip", href: trip.href, reason: "OTHER" });
    expect((await desk.buyer.post("/rfqs", body)).errors[0]?.code).toBe("TRIP_CANCELED");
  });

  test("by an interactive connection needs a person", async () => {
    const interactive = partyOf(desk.caller, sandboxConnections.interactive.token);
    const body = rfqFor(desk.fleet.slice(0, 1));
    expect((await interactive.post("/rfqs", body)).status).toBe(403);
    expect((await interactive.post("/rfqs", body, { "X-Avinode-ActAsAccount": "josmith" })).status).toBe(201);
  });

  test("from a sentinel airport fails as searches do, and asks nobody", async () => {
    const busy = rfqFor(desk.fleet.slice(0, 1), { segments: [leg({ from: "ZZF3", to: "LFMN" })] });
    expect((await desk.buyer.post("/rfqs", busy)).status).toBe(503);
    expect((await desk.seller.get("/rfqs")).data(z.array(z.unknown()))).toEqual([]);
  });
});

describe("GET /rfqs/{id}", () => {
  test("shows each side its own, and nobody else anything", async () => {
    const { trip, rfq } = await askSeller(desk);
    const bought = (await desk.buyer.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq);
    expect(Object.keys(rfq.actions ?? {}).sort()).toEqual([
      "decline",
      "searchInAvinode",
      "submitQuote",
      "viewInAvinode",
    ]);
    expect(Object.keys(bought.actions ?? {}).sort()).toEqual(["cancel", "searchInAvinode", "viewInAvinode"]);
    expect(bought.sellerLift?.[0]?.ownAircraft).toBe(false);
    expect(bought.sellerLift?.[0]?.actions).toBeUndefined();
    const other = partyOf(desk.caller, sandboxConnections.otherSeller.token);
    for (const party of [desk.stranger, other]) {
      expect((await party.get(`/rfqs/${rfq.id}`)).status).toBe(404);
      expect((await party.get(`/rfqs/${trip.id}`)).status).toBe(404);
      expect((await party.get("/rfqs")).data(z.array(z.unknown()))).toEqual([]);
      expect((await party.get(`/quotes/${rfq.sellerLift?.[0]?.links?.quotes?.[0]?.id}`)).status).toBe(404);
      expect((await party.get(`/tripmsgs/${rfq.links?.tripmsgs?.[0]?.id}`)).status).toBe(404);
    }
  });

  test("answers a trip's id with a list", async () => {
    const { trip, rfq } = await askSeller(desk);
    expect((await desk.seller.get(`/rfqs/${trip.id}`)).data(z.array(AvinodeRfq))).toEqual([rfq]);
    expect((await desk.seller.get(`/rfqs/${trip.tripId}`)).data(z.array(AvinodeRfq))).toEqual([rfq]);
  });

  test("adds what the sparse fields ask for, and nothing else", async () => {
    const { rfq } = await askSeller(desk);
    expect(rfq.buyerMessages).toBeUndefined();
    expect(rfq.sellerLift?.[0]).not.toHaveProperty("avinodeQuote");
    const fields = [
      "aviquote",
      "buyermessages",
      "latestquote",
      "liftaoc",
      "office",
      "perfdetails",
      "safety",
      "timestamps",
    ];
    const query = fields.map((field) => `fields[rfqs]=${field}`).join("&");
    const full = (await desk.seller.get(`/rfqs/${rfq.id}?${query}`)).data(AvinodeRfq);
    expect(full.buyerMessages).toMatchObject([{ messageType: "REQUEST", message: 'Can you bring a "dog"?\nThanks' }]);
    expect(full.buyerMessages?.[0]?.liftIds).toEqual([rfq.sellerLift?.[0]?.id]);
    expect(full.buyerCompany?.contactInfo?.office).toBe("Demo Charter");
    expect(full.updatedByBuyer).toBe("2026-12-01T12:00:00Z");
    const [lift] = full.sellerLift ?? [];
    expect(lift?.liftPerformance?.maxRangeNM).toBeGreaterThan(100);
    expect(lift?.aircraftCertificate?.certificateNumber).toBeTruthy();
    expect(lift?.safetyRatings).toBeDefined();
    expect(lift?.latestQuote?.id).toBe(rfq.sellerLift?.[0]?.links?.quotes?.[0]?.id);
    // The seller sees how its aircraft comes and goes, the buyer only what is flown for it.
    expect(lift?.avinodeQuote?.segments?.some(({ paxSegment }) => paxSegment === false)).toBe(true);
    const bought = (await desk.buyer.get(`/rfqs/${rfq.id}?fields[rfqs]=aviquote`)).data(AvinodeRfq);
    expect(bought.sellerLift?.[0]?.avinodeQuote?.segments?.every(({ paxSegment }) => paxSegment)).toBe(true);
  });
});

describe("GET /rfqs", () => {
  async function ids(query: string): Promise<string[]> {
    return (await desk.seller.get(`/rfqs?${query}`)).data(z.array(AvinodeRfq)).map(({ id }) => id);
  }

  test("goes on behind the last one seen, or from a moment", async () => {
    const sent: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      sent.push((await askSeller(desk)).rfq.id);
      desk.caller.advance(60_000);
    }
    expect(await ids("")).toEqual(sent);
    expect(await ids("page[size]=2")).toEqual(sent.slice(0, 2));
    expect(await ids(`page[size]=2&page[seek]=${sent[1]}`)).toEqual(sent.slice(2, 4));
    expect(await ids(`page[seek]=${sent[4]}`)).toEqual([]);
    expect(await ids("page[firstseek]=2026-12-01T12:03:00Z")).toEqual(sent.slice(3));
    expect(await ids("page[firstseek]=2026-12-01T13:00:00Z")).toEqual([]);
  });

  test.each(["page[size]=0", "page[size]=many", "page[seek]=arfq-1", "page[firstseek]=yesterday"])(
    "refuses %s",
    async (query) => {
      expect((await desk.seller.get(`/rfqs?${query}`)).status).toBe(400);
    },
  );
});
