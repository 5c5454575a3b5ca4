import { beforeEach, describe, expect, test } from "vitest";
import { AvinodeQuote, AvinodeRfq, AvinodeTripMessage, AvinodeNotification } from "@liftline/schema/avinode";
import { askSeller, openDesk, partyOf, quoteOf, type Desk } from "../../test/desk.ts";
import { sandboxConnections } from "../index.ts";

let desk: Desk;
let rfq: AvinodeRfq;
let liftIds: string[];
let tail: string;

beforeEach(async () => {
  desk = openDesk();
  ({ rfq } = await askSeller(desk, 2));
  liftIds = rfq.sellerLift?.map(({ id }) => id) ?? [];
  tail = desk.fleet[0]?.tail ?? "";
});

/** An action's path, as a client below the base URL would take it. */
function follow(action: { href: string } | null | undefined): string {
  return (action?.href ?? "").replace(desk.caller.marketplace.baseUrl, "");
}

async function submit(id: string | undefined, change: object = {}): Promise<AvinodeTripMessage> {
  const answer = await desk.seller.post(`/tripmsgs/${id}/submitQuote`, quoteOf(tail, change));
  if (answer.status !== 201) throw new Error(`quote answered ${answer.status} ${answer.text}`);
  return answer.data(AvinodeTripMessage);
}

describe("a quote", () => {
  test("to a lift, by its action, is its answer", async () => {
    const path = follow(rfq.sellerLift?.[0]?.actions?.submitQuote);
    const answer = (await desk.seller.post(path, quoteOf(tail))).data(AvinodeTripMessage);
    expect(answer).toMatchObject({
      rfqAccepted: true,
      message: "We are happy to offer this.",
      lift: [{ id: liftIds[0], sourcingDisplayStatus: "Accepted" }],
      sellerQuote: {
        avinodeGenerated: false,
        sellerPrice: { currency: "EUR", price: 15_100 },
        lift: { aircraftTail: tail },
      },
    });
    const seen = (await desk.buyer.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq);
    expect(seen.sellerLift?.map(({ sourcingDisplayStatus }) => sourcingDisplayStatus)).toEqual([
      "Accepted",
      "Unanswered",
    ]);
    expect(seen.sellerLift?.[0]?.links?.quotes?.at(-1)?.id).toBe(answer.sellerQuote?.id);
    expect(seen.links?.tripmsgs?.at(-1)?.id).toBe(answer.id);
  });

  test("to the RFQ is one more, and leaves its lifts unanswered", async () => {
    const extra = await submit(rfq.id);
    expect(extra.lift).toEqual([]);
    const seen = (await desk.buyer.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq);
    expect(seen.sellerLift?.map(({ sourcingStatus }) => sourcingStatus)).toEqual([1, 1]);
    expect(seen.links?.quotes?.map(({ id }) => id)).toEqual([extra.sellerQuote?.id]);
  });

  test("shows the buyer the flights and lines meant for it, in its currency, and the seller everything", async () => {
    const { sellerQuote } = await submit(liftIds[0], { currencyCode: "USD" });
    const path = `/quotes/${sellerQuote?.id}?fields[quotes]=quotebreakdown&fields[quotes]=quoteattachments`;
    const sold = (await desk.seller.get(path)).data(AvinodeQuote);
    const bought = (await desk.buyer.get(path)).data(AvinodeQuote);
    expect(sold.segments).toHaveLength(2);
    expect(
      bought.segments?.map(({ paxSegment, arrivalDateTime }) => [paxSegment, arrivalDateTime?.dateTimeUTC]),
    ).toEqual([[true, "2026-12-13T13:05:00Z"]]);
    expect(sold.lineItems?.map(({ displayName }) => displayName)).toEqual(["Flight", "Margin"]);
    expect(bought.lineItems?.map(({ displayName }) => displayName)).toEqual(["Flight"]);
    expect(bought.attachments).toEqual([{ mimeType: "application/pdf", name: "offer.pdf", type: "Quote" }]);
    expect(bought.sellerPrice).toMatchObject({ currency: "USD", conversionCurrency: "EUR", convertedPrice: 13_017.24 });
    expect(sold.sellerPrice).toMatchObject({ conversionCurrency: null });
    expect([sold.sellerUniqueQuoteIdentifier, bought.sellerUniqueQuoteIdentifier]).toEqual(["Q-1", undefined]);
    const plain = (await desk.buyer.get(`/quotes/${sellerQuote?.id}`)).data(AvinodeQuote);
    expect([plain.lineItems, plain.attachments]).toEqual([undefined, undefined]);
  });

  test("without a message carries the company's own", async () => {
    const body = { ...quoteOf(tail), message: "" };
    const answer = (await desk.seller.post(`/tripmsgs/${rfq.id}/submitQuote`, body)).data(AvinodeTripMessage);
    expect(answer.message).not.toBe("");
  });

  const times = { date: "2026-12-13", time: "11:00", departure: true, local: false };
  const flight = {
    startAirport: { icao: "EGGW" },
    endAirport: { icao: "LFMN" },
    dateTime: times,
    paxCount: "4",
    paxSegment: true,
  };
  test.each([
    ["for nothing", { lift: {} }, 400, "ERR_INPUT_MISSING", "quote.lift"],
    ["for an unknown type", { lift: { aircraftType: "Paper plane" } }, 422, "LIFT_INVALID", "quote.lift"],
    [
      "for somebody else's aircraft",
      { lift: { aircraftTail: "N-OTHER" } },
      422,
      "LIFT_INVALID",
      "quote.lift.aircraftTail",
    ],
    ["without flights", { segments: [] }, 400, "ERR_INPUT_GENERIC_INVALID", "quote.segments"],
    ["without a price", { totalPrice: undefined }, 400, "ERR_INPUT_MISSING", "quote.totalPrice"],
    ["for a price in words", { totalPrice: "15,100" }, 400, "ERR_INPUT_GENERIC_INVALID", "quote.totalPrice"],
    ["for less than nothing", { totalPrice: -1 }, 400, "ERR_INPUT_GENERIC_INVALID", "quote.totalPrice"],
    ["in no currency", { currencyCode: "EURO" }, 400, "ERR_INPUT_GENERIC_INVALID", "quote.currencyCode"],
    [
      "to nowhere",
      { segments: [{ ...flight, endAirport: { icao: "QQQQ" } }] },
      422,
      "END_AIRPORT_INVALID",
      "quote.segments[0].endAirport",
    ],
    [
      "with an empty file",
      { attachments: [{ mimeType: "application/pdf", name: "a.pdf" }] },
      400,
      "ERR_INPUT_MISSING",
      "quote.attachments[0].data",
    ],
    [
      "with a line nobody may see or not",
      { lineItems: [{ displayName: "Fuel", price: 1 }] },
      400,
      "ERR_INPUT_MISSING",
      "quote.lineItems[0].visibleToBuyer",
    ],
  ])("%s is refused, and the buyer hears nothing", async (_what, change, status, code, path) => {
    const answer = await desk.seller.post(`/tripmsgs/${liftIds[0]}/submitQuote`, quoteOf(tail, change));
    expect(answer.status).toBe(status);
    expect(answer.errors[0]?.code).toBe(code);
    expect(answer.errors[0]?.path).toBe(path);
    expect((await desk.buyer.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq)).toMatchObject({ links: { tripmsgs: [{}] } });
  });

  test("has a name of its own in its company, but not in the world", async () => {
    await submit(liftIds[0]);
    const again = await desk.seller.post(`/tripmsgs/${liftIds[1]}/submitQuote`, quoteOf(tail));
    expect(again).toMatchObject({ status: 422, errors: [{ path: "quote.sellerUniqueQuoteIdentifier" }] });
    expect((await submit(liftIds[1], { sellerUniqueQuoteIdentifier: "Q-2" })).rfqAccepted).toBe(true);
  });
});

describe("declining", () => {
  test("a lift leaves the others, the RFQ takes all", async () => {
    const words = { message: "No crew", declineReason: "CREW_NOT_AVAILABLE", suppressNotification: true };
    const one = await desk.seller.post(follow(rfq.sellerLift?.[1]?.actions?.decline), words);
    expect(one.data(AvinodeTripMessage)).toMatchObject({
      rfqAccepted: false,
      message: "No crew",
      lift: [{ id: liftIds[1] }],
    });
    const seen = (await desk.buyer.get(`/rfqs/${rfq.id}`)).data(AvinodeRfq);
    expect(seen.sellerLift?.map(({ sourcingDisplayStatus }) => sourcingDisplayStatus)).toEqual([
      "Unanswered",
      "Declined",
    ]);
    const all = (await desk.seller.post(follow(rfq.actions?.decline), {})).data(AvinodeTripMessage);
    expect(all.lift?.map(({ id }) => id)).toEqual(liftIds);
  });

  test.each([
    ["for a reason nobody knows", { declineReason: "TOO_CHEAP" }, 400],
    ["in too many words", { message: "x".repeat(4001) }, 422],
    ["with more than it takes", { reason: "OTHER" }, 400],
  ])("is refused %s", async (_what, body, status) => {
    expect((await desk.seller.post(`/tripmsgs/${rfq.id}/decline`, body)).status).toBe(status);
  });
});

describe("a word", () => {
  test("from either side stands under the RFQ, with who said it", async () => {
    const act = { "X-Avinode-ActAsAccount": "maxmuster" };
    const answer = await desk.seller.post(`/tripmsgs/${liftIds[0]}/chat`, { message: 'We can fly\n"today" <b>' }, act);
    const said = answer.data(AvinodeTripMessage);
    expect(said).toMatchObject({ sellerAccount: { displayName: "Max Muster" }, lift: [{ id: liftIds[0] }] });
    expect(said.links?.rfqs?.[0]?.id).toBe(rfq.id);
    const heard = (await desk.buyer.get(`/tripmsgs/${said.id}`)).data(AvinodeTripMessage);
    expect(heard.message).toBe('We can fly\n"today" <b>');
    const reply = (await desk.buyer.post(`/tripmsgs/${rfq.id}/chat`, { message: "Good" })).data(AvinodeTripMessage);
    expect(reply).toMatchObject({ messageType: "CHAT", lift: [], buyerAccount: { displayName: "Demo Charter" } });
  });

  test("by a user nobody knows is the company's", async () => {
    const act = { "X-Avinode-ActAsAccount": "nobody" };
    const said = (await desk.seller.post(`/tripmsgs/${rfq.id}/chat`, { message: "Hi" }, act)).data(AvinodeTripMessage);
    expect(said.sellerAccount?.displayName).toBe(rfq.sellerCompany?.displayName);
  });

  test("is not empty, too long, or about what is not there", async () => {
    expect((await desk.buyer.post(`/tripmsgs/${rfq.id}/chat`, { message: " " })).status).toBe(400);
    expect((await desk.buyer.post(`/tripmsgs/${rfq.id}/chat`, {})).status).toBe(400);
    expect((await desk.buyer.post(`/tripmsgs/${rfq.id}/chat`, { message: "x".repeat(4001) })).status).toBe(422);
    expect((await desk.buyer.post("/tripmsgs/arfq-1/chat", { message: "Hi" })).status).toBe(404);
    expect((await desk.buyer.get("/tripmsgs/abuyermsg-1")).status).toBe(404);
    expect((await desk.buyer.get("/quotes/aquote-1")).status).toBe(404);
  });
});

test("each side does its own part, and strangers none", async () => {
  expect((await desk.buyer.post(`/tripmsgs/${liftIds[0]}/submitQuote`, quoteOf(tail))).status).toBe(403);
  expect((await desk.buyer.post(`/tripmsgs/${rfq.id}/decline`, {})).status).toBe(403);
  const other = partyOf(desk.caller, sandboxConnections.otherSeller.token);
  for (const party of [desk.stranger, other]) {
    expect((await party.post(`/tripmsgs/${liftIds[0]}/submitQuote`, quoteOf(tail))).status).toBe(404);
    expect((await party.post(`/tripmsgs/${rfq.id}/decline`, {})).status).toBe(404);
    expect((await party.post(`/tripmsgs/${rfq.id}/chat`, { message: "Hi" })).status).toBe(404);
  }
});

describe("notifications", () => {
  const everything = [
    "TripRequest",
    "TripRequestMine",
    "TripRequestSellerResponse",
    "TripRequestSellerResponseMine",
    "TripChatFromBuyer",
    "TripChatFromSeller",
    "TripChatMine",
  ];

  async function subscribe(): Promise<void> {
    for (const [name, party] of Object.entries({ buyer: desk.buyer, seller: desk.seller, stranger: desk.stranger })) {
      for (const event of everything) {
        await party.post("/webhooks/settings", {
          targetURI: `https://${name}.example/${event}`,
          displayName: `${name} ${event}`,
          active: true,
          clientAuthenticationType: "NONE",
          eventTypes: [event],
        });
      }
    }
  }

  /** Who was told what since the last time. */
  async function arrived(): Promise<string[]> {
    const { marketplace } = desk.caller;
    const lines: string[] = [];
    await marketplace.deliverNotifications(async (input, init) => {
      const request = new Request(input, init);
      const { type, id, href, tripId } = AvinodeNotification.parse(await request.json());
      const { hostname, pathname } = new URL(request.url);
      lines.push(`${hostname.split(".")[0]} ${pathname.slice(1)} ${type}`);
      expect(href).toBe(`${marketplace.baseUrl}/${type}/${id}`);
      expect(tripId).toMatch(/^[A-Z0-9]{6}$/);
      return new Response();
    });
    return lines.sort();
  }

  test("tell the other side at each step, and whoever asked for its own", async () => {
    await subscribe();
    const { rfq: asked, trip } = await askSeller(desk);
    expect(await arrived()).toEqual(["buyer TripRequestMine rfqs", "seller TripRequest rfqs"]);
    await desk.buyer.post(`/tripmsgs/${asked.id}/chat`, { message: "Hello" });
    expect(await arrived()).toEqual(["buyer TripChatMine tripmsgs", "seller TripChatFromBuyer tripmsgs"]);
    await desk.seller.post(`/tripmsgs/${asked.id}/chat`, { message: "Hello", suppressNotification: true });
    expect(await arrived()).toEqual(["buyer TripChatFromSeller tripmsgs", "seller TripChatMine tripmsgs"]);
    await desk.seller.post(`/tripmsgs/${asked.id}/submitQuote`, quoteOf(tail));
    const answered = ["buyer TripRequestSellerResponse tripmsgs", "seller TripRequestSellerResponseMine tripmsgs"];
    expect(await arrived()).toEqual(answered);
    await desk.seller.post(`/tripmsgs/${asked.id}/decline`, {});
    expect(await arrived()).toEqual(answered);
    await desk.buyer.put(`/trips/${trip.id}/cancel`, { id: trip.id, type: "trip", href: trip.href, reason: "OTHER" });
    expect(await arrived()).toEqual(["buyer TripRequestMine rfqs", "seller TripRequest rfqs"]);
    await desk.seller.post(`/tripmsgs/${asked.id}/chat`, { message: "Too late" });
    expect(await arrived()).toEqual([]);
  });
});
