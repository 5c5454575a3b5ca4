import { sandboxConnections } from "@liftline/sandbox";
import { AvinodeNotification, AvinodeSearchHit, type AvinodeRfq, type AvinodeTrip } from "@liftline/schema/avinode";
import { beforeEach, describe, expect, test } from "vitest";
import { downloadRfq } from "../src/avinode/index.ts";
import { failureOf } from "./marketplace.ts";
import { createWorld, type Resources, type World } from "./world.ts";

let world: World;
let buyer: Resources;
let seller: Resources;
let tails: string[];

beforeEach(() => {
  world = createWorld();
  buyer = world.as("demo", { actAsAccount: "josmith" });
  seller = world.as("seller", { actAsAccount: "maxmuster" });
  const fleet = world.marketplace.fleet(sandboxConnections.seller);
  tails = fleet.flatMap(({ aircraftCategory, aircraftTail }) => (/jet/i.test(aircraftCategory) ? aircraftTail : []));
});

const leg = {
  startAirport: { icao: "EGGW" },
  endAirport: { icao: "LFMN" },
  dateTime: { date: "2026-12-13", time: "11:00", departure: true, local: true },
  paxCount: "2",
  paxSegment: true,
};

const offer = {
  segments: [{ ...leg, showToBuyer: true, blockTimeMinutes: 125 }],
  currencyCode: "EUR",
  totalPrice: 15_100,
};

function ask(lifts = 2): Promise<AvinodeTrip> {
  const requiredLift = tails.slice(0, lifts).map((aircraftTail) => ({ aircraftTail }));
  return buyer.rfqs.create({ buyerMessage: "Two of us", criteria: { requiredLift }, segments: [leg] });
}

async function received(trip: AvinodeTrip): Promise<AvinodeRfq> {
  return seller.rfqs.read(trip.rfqs?.[0]?.id ?? "");
}

/** Subscribes a company; what comes is what its webhook would get, parsed. */
async function listen(company: Resources, events: string[]): Promise<() => Promise<AvinodeNotification[]>> {
  const targetURI = `https://hook.example/${events.join("-")}`;
  const settings = { targetURI, displayName: "Test - trips", active: true, clientAuthenticationType: "NONE" };
  await company.webhooks.create({ ...settings, eventTypes: events });
  return async () => {
    const arrived: AvinodeNotification[] = [];
    await world.marketplace.deliverNotifications(async (input, init) => {
      const request = new Request(input, init);
      if (request.url === targetURI) arrived.push(AvinodeNotification.parse(await request.json()));
      return new Response();
    });
    return arrived;
  };
}

describe("buyer and seller", () => {
  test("come from a request to an answer, by notifications, links and actions alone", async () => {
    const sellersMail = await listen(seller, ["TripRequest", "TripChatFromBuyer"]);
    const buyersMail = await listen(buyer, ["TripRequestSellerResponse", "TripChatFromSeller"]);
    await ask();

    const [told] = await sellersMail();
    expect(told?.type).toBe("rfqs");
    const rfq = await seller.rfqs.read(told!, { fields: ["buyermessages", "aviquote"] });
    expect(rfq.buyerMessages).toMatchObject([{ message: "Two of us", buyerAccount: { displayName: "Jo Smith" } }]);
    const [first, second] = rfq.sellerLift ?? [];

    const { aircraftTail } = first!;
    const quote = { ...offer, lift: { aircraftTail: aircraftTail! }, sellerUniqueQuoteIdentifier: "Q-1" };
    await seller.tripMessages.submitQuote(first!.actions!.submitQuote!, { message: "At your service", quote });
    await seller.tripMessages.decline(second!.actions!.decline!, { declineReason: "AIRCRAFT_NOT_AVAILABLE" });
    await seller.tripMessages.submitQuote(rfq.actions!.submitQuote!, {
      quote: { ...offer, totalPrice: 9000, lift: { aircraftCategory: "Light jet" } },
    });
    await seller.tripMessages.chat(rfq.id, { message: "Anything else?" });

    const answers = await Promise.all((await buyersMail()).map((note) => buyer.tripMessages.read(note)));
    expect(answers.map(({ rfqAccepted, sellerQuote }) => [rfqAccepted, sellerQuote?.sellerPrice?.price])).toEqual([
      [true, 15_100],
      [false, undefined],
      [true, 9000],
      [undefined, undefined],
    ]);
    expect(answers[0]?.sellerAccount?.displayName).toBe("Max Muster");
    await buyer.tripMessages.chat(answers[3]!.links!.rfqs![0]!.id!, { message: "Thank you" });
    const [word] = await sellersMail();
    expect((await seller.tripMessages.read(word!)).message).toBe("Thank you");

    const bought = await buyer.rfqs.read(rfq);
    expect(bought.sellerLift?.map(({ sourcingDisplayStatus }) => sourcingDisplayStatus)).toEqual([
      "Accepted",
      "Declined",
    ]);
  });

  test("end it for good by cancelling, with the trip's own action", async () => {
    const trip = await ask();
    const mail = await listen(seller, ["TripRequest"]);
    expect(await buyer.trips.cancel(trip, { reason: "CHANGED", messageToSeller: "Sorry" })).toMatchObject({
      canceled: true,
    });
    const [told] = await mail();
    const rfq = await seller.rfqs.read(told!);
    expect(rfq.canceled).toBe(true);
    const quote = { ...offer, lift: { aircraftCategory: "Light jet" } };
    for (const late of [
      () => seller.tripMessages.submitQuote(rfq.id, { quote }),
      () => seller.tripMessages.decline(rfq.sellerLift![0]!.id),
      () => seller.tripMessages.chat(rfq.id, { message: "?" }),
      () => buyer.tripMessages.chat(rfq.id, { message: "?" }),
    ]) {
      expect(await failureOf(late())).toMatchObject({ reason: "invalid", status: 422, codes: ["RFQ_CANCELED"] });
    }
    expect(await failureOf(buyer.trips.cancel({ id: trip.id }, { reason: "OTHER" }))).toMatchObject({ status: 422 });
  });

  test("cancel one request and go on with the others", async () => {
    const trip = await ask();
    const joined = await buyer.rfqs.create({
      tripId: trip.tripId!,
      criteria: { requiredLift: [{ aircraftTail: tails[2]! }] },
      segments: [leg],
    });
    const left = await buyer.rfqs.cancel(joined.rfqs![0]!, { reason: "BY_CLIENT" });
    expect(left.rfqs?.map(({ canceled }) => canceled ?? false)).toEqual([true, false]);
    expect(await seller.rfqs.readOfTrip(trip.id)).toHaveLength(2);
  });

  test("trips are made, found by what people call them, and changed", async () => {
    const trip = await buyer.trips.create({ criteria: {}, segments: [leg], sourcing: true, externalTripId: "T-1" });
    expect(await buyer.trips.search(trip.tripId!)).toMatchObject([{ id: trip.id, externalTripId: "T-1" }]);
    expect(await buyer.trips.read(trip)).toEqual(trip);
    const changed = await buyer.trips.update(trip, { criteria: {}, segments: [leg, leg], sourcing: true });
    expect(changed.segments).toHaveLength(2);
  });

  test("several sellers are asked by the hits of one search", async () => {
    const { results } = await buyer.searches.create({ segments: [leg] }, { fields: [] });
    const hits = results.slice(0, 5).map((hit) => AvinodeSearchHit.parse(hit).id);
    const trip = await buyer.rfqs.create({ searchResultIds: hits });
    expect(trip.rfqs?.flatMap(({ sellerLift }) => sellerLift ?? [])).toHaveLength(5);
    expect(await failureOf(buyer.rfqs.create({ searchResultIds: hits }))).toMatchObject({
      codes: ["SEARCH_ALREADY_USED"],
    });
  });

  test("helicopters fetch somebody from a lawn", async () => {
    const lawn = { ...leg, startAirport: { searchValue: "The lawn behind the house" } };
    const criteria = { requiredLift: [{ aircraftCategory: "Helicopter twin engine" }] };
    const trip = await buyer.rfqs.create({ criteria, segments: [lawn] });
    expect(trip.rfqs?.[0]?.segments?.[0]?.startAirport?.searchValue).toBe("The lawn behind the house");
    const jet = { criteria: { requiredLift: [{ aircraftTail: tails[0]! }] }, segments: [lawn] };
    expect(await failureOf(buyer.rfqs.create(jet))).toMatchObject({
      faults: [{ code: "START_AIRPORT_INVALID", path: "segments[0].startAirport" }],
    });
  });
});

describe("downloading an RFQ", () => {
  test("reads it, its messages, its quotes and its empty legs, in this order", async () => {
    const { id: emptyLegId } = await seller.emptyLegs.create({
      lift: { aircraftTail: tails[0]! },
      startAirport: { icao: "EGGW" },
      endAirport: { icao: "LFMN" },
      startDate: "2026-12-13T09:00Z",
      endDate: "2026-12-13T18:00Z",
    });
    const trip = await buyer.rfqs.create({
      criteria: { requiredLift: [{ aircraftTail: tails[0]! }, { emptyLegId }] },
      segments: [leg],
    });
    const before = world.marketplace.calls().length;
    const whole = await downloadRfq(trip.rfqs![0]!, seller);
    const kinds = world.marketplace
      .calls()
      .slice(before)
      .map(({ path }) => path.split("/")[2]);
    expect([...new Set(kinds)]).toEqual(["rfqs", "tripmsgs", "quotes", "emptylegs"]);
    expect(whole).toMatchObject({ messages: [{ messageType: "REQUEST" }], emptyLegs: [{ id: emptyLegId }] });
    expect(whole.quotes[0]?.avinodeGenerated).toBe(true);

    await seller.emptyLegs.update(emptyLegId, {
      lift: { aircraftTail: tails[0]! },
      startAirport: { icao: "EGGW" },
      endAirport: { icao: "LFMN" },
      startDate: "2026-12-13T09:00Z",
      endDate: "2026-12-13T18:00Z",
      published: false,
    });
    expect((await downloadRfq(trip.rfqs![0]!, { ...buyer })).emptyLegs).toEqual([]);
  });
});

describe("a stranger", () => {
  test("gets nothing of it", async () => {
    const trip = await ask();
    const rfq = await received(trip);
    const stranger = world.as("second");
    const tries = [
      stranger.trips.read(trip),
      stranger.rfqs.read(rfq),
      stranger.rfqs.readOfTrip(trip.id),
      stranger.quotes.read(rfq.sellerLift![0]!.links!.quotes![0]!),
      stranger.tripMessages.read(rfq.links!.tripmsgs![0]!),
      stranger.tripMessages.chat(rfq.id, { message: "Hi" }),
      stranger.tripMessages.decline(rfq.id),
      stranger.trips.cancel(trip, { reason: "OTHER" }),
      stranger.rfqs.cancel(trip.rfqs![0]!, { reason: "OTHER" }),
    ];
    const failures = await Promise.all(tries.map(failureOf));
    expect(failures.map(({ reason }) => reason)).toEqual(tries.map(() => "not-found"));
    expect(await stranger.rfqs.list()).toEqual([]);
    expect(await stranger.trips.search(trip.tripId!)).toEqual([]);
  });
});

test("a connection that may not talk to sellers is told so", async () => {
  const failure = await failureOf(world.as("lookupOnly").rfqs.list());
  expect(failure).toMatchObject({ reason: "permission", codes: ["AUTHENTICATION_COMPANY_ACCESS"] });
});

test("the list of RFQs goes on behind the last one seen", async () => {
  const sent: string[] = [];
  for (let count = 0; count < 3; count += 1) sent.push((await ask(1)).rfqs![0]!.id);
  expect((await seller.rfqs.list({ size: 2 })).map(({ id }) => id)).toEqual(sent.slice(0, 2));
  expect((await seller.rfqs.list({ size: 2, after: sent[1]! })).map(({ id }) => id)).toEqual(sent.slice(2));
  expect(await failureOf(seller.rfqs.list({ from: "yesterday" }))).toMatchObject({ reason: "invalid", status: 400 });
});
