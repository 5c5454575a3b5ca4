import {
  AvinodeEmptyLegSearchRequest,
  AvinodeLeadRequest,
  AvinodeQuoteRequest,
  AvinodeRfqRequest,
  AvinodeScheduleRequest,
  AvinodeSearchHit,
  AvinodeSearchRequest,
  AvinodeWatchRequest,
  AvinodeWebhookSettingsRequest,
  type AvinodeRfq,
} from "@liftline/schema/avinode";
import { sandboxConnections } from "@liftline/sandbox";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { readExample } from "./documented-examples.ts";
import { failureOf } from "./marketplace.ts";
import { createWorld, type Resources, type World } from "./world.ts";

/** The documentation's own bodies against the sandbox; only ids that were given out elsewhere are replaced. */

let world: World;
let buyer: Resources;
let seller: Resources;
beforeEach(() => {
  world = createWorld();
  buyer = world.as("demo");
  seller = world.as("seller");
});

async function search() {
  const body = AvinodeSearchRequest.parse(readExample("searches.create.request-any"));
  const { id, results } = await buyer.searches.create(body, { fields: ["taildetails"] });
  return { id, hits: results.map((hit) => AvinodeSearchHit.parse(hit)) };
}

/** What the seller's webhook would have told: the newest request. */
async function received(): Promise<AvinodeRfq> {
  const all = await seller.rfqs.list();
  const [rfq] = all.toReversed();
  if (rfq === undefined) throw new Error("the seller was not asked");
  return rfq;
}

/** Of the seller's biggest aircraft. */
function ownTail(): string {
  const fleet = world.marketplace.fleet(sandboxConnections.seller);
  const [biggest] = fleet.toSorted((one, other) => other.maxPax - one.maxPax);
  return biggest?.aircraftTail ?? "";
}

/** The example's criteria, asking for an aircraft of the seller's. */
async function ask() {
  const tail = ownTail();
  const body = AvinodeRfqRequest.parse(readExample("rfqs.create.request-criteria"));
  const { tripId: _, criteria, ...rest } = body;
  const trip = await buyer.rfqs.create({ ...rest, criteria: { ...criteria, requiredLift: [{ aircraftTail: tail }] } });
  return { trip, body, tail };
}

describe("a documented body", () => {
  test("searches.create.request-any finds aircraft", async () => {
    expect((await search()).hits.length).toBeGreaterThan(10);
  });

  test("searches.create.request-criteria finds those that fit, and none on a list that nobody keeps", async () => {
    const { criteria, ...rest } = AvinodeSearchRequest.parse(readExample("searches.create.request-criteria"));
    const { requiredPartnerships, ...open } = criteria!;
    expect(requiredPartnerships).toHaveLength(1);
    expect((await buyer.searches.create({ ...rest, criteria: criteria! }, { fields: [] })).results).toEqual([]);
    const { results } = await buyer.searches.create({ ...rest, criteria: open }, { fields: [] });
    const categories = results.map((hit) => AvinodeSearchHit.parse(hit).quote.lift.aircraftCategory);
    expect([...new Set(categories)].every((name) => ["Midsize jet", "Heavy jet"].includes(name))).toBe(true);
  });

  test("leads.create.request-aircraft makes a lead of two aircraft", async () => {
    const { id: searchId, hits } = await search();
    const body = AvinodeLeadRequest.parse(readExample("leads.create.request-aircraft"));
    const sellerQuoteIds = hits.slice(0, 2).map(({ id }) => id);
    expect(await buyer.leads.create({ ...body, searchId, sellerQuoteIds })).toHaveProperty("tripId");
    const [lead] = world.marketplace.ledger.leads();
    expect(lead?.body).toEqual({ ...body, searchId, sellerQuoteIds });
  });

  test("leads.create.request-category makes a lead of a category", async () => {
    const { id: searchId } = await search();
    const body = AvinodeLeadRequest.parse(readExample("leads.create.request-category"));
    await buyer.leads.create({ ...body, searchId });
    expect(world.marketplace.ledger.leads()[0]?.inquiryLift).toEqual(body.inquiryLift);
  });

  test("emptylegs.search.request searches legs, empty codes and all", async () => {
    const body = AvinodeEmptyLegSearchRequest.parse(readExample("emptylegs.search.request"));
    const { requiredPartnerships: _, ...open } = body;
    expect(await buyer.emptyLegs.search(open)).toHaveProperty("id", expect.stringMatching(/^asearch-/));
  });

  test("watches.create.request makes a watch that can be read again", async () => {
    const body = AvinodeWatchRequest.parse(readExample("watches.create.request"));
    const { id } = await buyer.watches.create(body);
    expect(await buyer.watches.read(id)).toMatchObject({ uniqueName: body.uniqueName, daysOut: body.daysOut });
    expect(await buyer.watches.update(id, { ...body, active: false })).toMatchObject({ active: false });
  });

  test("rfqs.create.request-hits asks the sellers of the chosen hits, once for each search", async () => {
    const { hits } = await search();
    const body = AvinodeRfqRequest.parse(readExample("rfqs.create.request-hits"));
    const chosen = { ...body, searchResultIds: hits.slice(0, 2).map(({ id }) => id) };
    const trip = await buyer.rfqs.create(chosen);
    expect(trip.rfqs?.flatMap(({ sellerLift }) => sellerLift)).toHaveLength(2);
    expect(await failureOf(buyer.rfqs.create(chosen))).toMatchObject({ reason: "invalid", status: 422 });
  });

  test("rfqs.create.request-criteria asks again within the trip that it names", async () => {
    const { trip, body, tail } = await ask();
    const criteria = { ...body.criteria, requiredLift: [{ aircraftTail: tail }] };
    const again = await buyer.rfqs.create({ ...body, criteria, tripId: trip.tripId! });
    expect([again.id, again.rfqs?.length]).toEqual([trip.id, 2]);
    const [example] = body.criteria?.requiredLift ?? [];
    expect(await failureOf(buyer.rfqs.create({ ...body, tripId: trip.tripId! }))).toMatchObject({ status: 422 });
    expect(example?.aircraftTail).toBeDefined();
  });

  test("tripmsgs.submitQuote.request quotes for the lift, line items and attachments included", async () => {
    const { tail } = await ask();
    const rfq = await received();
    const [lift] = rfq.sellerLift ?? [];
    const { quote, ...rest } = AvinodeQuoteRequest.parse(readExample("tripmsgs.submitQuote.request"));
    const own = { ...quote, lift: { aircraftTail: tail } };
    const message = await seller.tripMessages.submitQuote(lift!.actions!.submitQuote!, { ...rest, quote: own });
    expect(message).toMatchObject({ rfqAccepted: true, message: rest.message });
    const [link] = (await buyer.rfqs.read(rfq.id)).sellerLift?.[0]?.links?.quotes?.toReversed() ?? [];
    const read = await buyer.quotes.read(link!);
    expect(read).toMatchObject({ sellerPrice: { price: quote.totalPrice, currency: quote.currencyCode } });
  });

  test("tripmsgs.decline.request declines all of an RFQ", async () => {
    await ask();
    const rfq = await received();
    const body = z.object({ message: z.string() }).parse(readExample("tripmsgs.decline.request"));
    expect(
      await seller.tripMessages.decline(rfq.actions!.decline!, { ...body, suppressNotification: false }),
    ).toMatchObject({
      rfqAccepted: false,
      message: body.message,
    });
    expect((await buyer.rfqs.read(rfq.id)).sellerLift?.[0]?.sourcingDisplayStatus).toBe("Declined");
  });

  test.each(["trips.cancel.request", "rfqs.cancel.request"])(
    "%s cancels, and nothing can be said any more",
    async (name) => {
      const { trip } = await ask();
      const example = readExample(name);
      const words = z.object({ reason: z.enum(["CHANGED", "BY_CLIENT"]), messageToSeller: z.string() }).parse(example);
      if (name.startsWith("trips")) await buyer.trips.cancel(trip, words);
      else await buyer.rfqs.cancel(trip.rfqs![0]!, words);
      const rfq = await seller.rfqs.read(trip.rfqs![0]!.id, { fields: ["buyermessages"] });
      expect(rfq).toMatchObject({ canceled: true, sellerLift: [{ sourcingDisplayStatus: "Canceled" }] });
      expect(rfq.buyerMessages?.at(-1)).toMatchObject({ messageType: "CANCELED", message: words.messageToSeller });
      expect(await failureOf(seller.tripMessages.chat(rfq.id, { message: "?" }))).toMatchObject({ status: 422 });
    },
  );

  test("schedules.put.request replaces an aircraft's schedule", async () => {
    const body = AvinodeScheduleRequest.parse(readExample("schedules.put.request"));
    const lift = { aircraftTail: ownTail() };
    const { warnings } = await seller.schedules.put({ ...body, lift });
    // The documented schedule begins with its first flight: where the aircraft is until then is not known.
    expect(warnings.map(({ code }) => code)).toEqual(["POSITION_UNKNOWN"]);
    const all = await seller.schedules.list({ from: Date.UTC(2027, 2, 1), to: Date.UTC(2027, 3, 1) });
    const own = all.find((schedule) => schedule.lift?.aircraftTail === lift.aircraftTail);
    expect(own?.activities).toHaveLength(body.activities.length);
  });

  test("webhooks.create.request is taken with the event's present name, not with the old one", async () => {
    const body = AvinodeWebhookSettingsRequest.parse(readExample("webhooks.create.request"));
    expect(await failureOf(buyer.webhooks.create(body))).toMatchObject({ faults: [{ path: "eventTypes" }] });
    expect(await buyer.webhooks.create({ ...body, eventTypes: ["TripChatFromBuyer"] })).toMatchObject({ active: true });
  });
});
