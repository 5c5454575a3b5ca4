import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal } from "../../test/marketplace.ts";
import { createQuotes } from "./quotes.ts";
import { createTripMessages } from "./trip-messages.ts";

const base = "https://marketplace.example/api";
const quote = {
  segments: [
    {
      startAirport: { icao: "EGGW" },
      endAirport: { searchValue: "The lawn" },
      dateTime: { date: "2026-12-13", time: "11:00", departure: true, local: false },
      paxCount: "2",
      paxSegment: true,
    },
  ],
  lift: { aircraftTail: "N12345" },
  currencyCode: "EUR",
  totalPrice: 15_100,
};

describe("what is said", () => {
  test("goes to an id or by an action, every character of it", async () => {
    const { connection, seen } = createMarketplace(() => answer({ id: "asellermsg-1" }));
    const messages = createTripMessages(connection);
    const message = 'A "dog"\r\ncomes \\ along 🐕 <b>';
    await messages.chat("arfq-1", { message, suppressNotification: true });
    await messages.decline({ href: `${base}/tripmsgs/asellerlift-1/decline` }, { declineReason: "CABOTAGE" });
    await messages.decline("arfq-1");
    await messages.submitQuote({ href: `${base}/tripmsgs/asellerlift-1/submitQuote` }, { message, quote });
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /api/tripmsgs/arfq-1/chat",
      "POST /api/tripmsgs/asellerlift-1/decline",
      "POST /api/tripmsgs/arfq-1/decline",
      "POST /api/tripmsgs/asellerlift-1/submitQuote",
    ]);
    expect(seen.map(({ body }): unknown => JSON.parse(body))).toEqual([
      { message, suppressNotification: true },
      { declineReason: "CABOTAGE" },
      {},
      { message, quote },
    ]);
  });

  test("R26: is told to nobody but the marketplace, and not by another action", async () => {
    const { connection, seen } = createMarketplace(() => answer({ id: "asellermsg-1" }));
    const messages = createTripMessages(connection);
    for (const href of [
      "https://elsewhere.example/api/tripmsgs/arfq-1/decline",
      `${base}/tripmsgs/arfq-1/submitQuote`,
      `${base}/rfqs/arfq-1`,
      // A message, and no action: its id must not be cut to fit (R7).
      `${base}/tripmsgs/abuyermsg-1000000010`,
    ]) {
      expect(await failureOf(messages.decline({ href }))).toMatchObject({ reason: "invalid", sent: false });
    }
    expect(seen).toEqual([]);
  });

  test.each([
    ["a quote without flights", { segments: [] }, "quote.segments"],
    ["a price as text", { totalPrice: "15,100" }, "quote.totalPrice"],
    ["a word of one's own", { total: 15_100 }, "quote"],
  ])("%s goes nowhere", async (_what, change, path) => {
    const { connection, seen } = createMarketplace(() => answer({ id: "asellermsg-1" }));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what somebody without types would send
    const wrong = { ...quote, ...change } as typeof quote;
    const failure = await failureOf(createTripMessages(connection).submitQuote("arfq-1", { quote: wrong }));
    expect(failure).toMatchObject({ reason: "invalid", sent: false, faults: [{ path }] });
    expect(seen).toEqual([]);
  });

  test("R8: what was refused is not repeated in the error", async () => {
    const errors = [{ code: "RFQ_CANCELED", title: "CANARY jo@example.com", path: "requestId" }];
    const { connection } = createMarketplace(() => refusal(422, { errors }));
    const failure = await failureOf(createTripMessages(connection).chat("arfq-1", { message: "CANARY" }));
    expect(failure).toMatchObject({ reason: "invalid", codes: ["RFQ_CANCELED"] });
    expect(`${JSON.stringify(failure)} ${failure.message} ${failure.stack}`).not.toContain("CANARY");
  });
});

describe("what is heard", () => {
  test("has an answer's quote, and types nobody knows", async () => {
    const sellerQuote = { id: "aquote-1", sellerPrice: { currency: "EUR", price: 15_100, convertedPrice: null } };
    const data = { id: "asellermsg-1", message: "Line\nbreak", rfqAccepted: "true", messageType: "SONG", sellerQuote };
    const { connection } = createMarketplace(() => answer(data));
    const heard = await createTripMessages(connection).read({ href: `${base}/tripmsgs/asellermsg-1` });
    expect(heard).toMatchObject({ ...data, rfqAccepted: true });
  });

  test("leads to a quote by its link, with what was asked for", async () => {
    const data = { id: "aquote-1", avinodeGenerated: "false", segments: [{ paxCount: "2", paxSegment: true }, 7] };
    const { connection, seen } = createMarketplace(() => answer(data));
    const read = await createQuotes(connection).read({ href: `${base}/quotes/aquote-1` }, { fields: ["liftaoc"] });
    expect(read).toMatchObject({ avinodeGenerated: false, segments: [{ paxCount: 2 }] });
    expect(seen[0]?.url.searchParams.getAll("fields[quotes]")).toEqual(["liftaoc"]);
  });

  test("is not there for everybody", async () => {
    const { connection } = createMarketplace(() => refusal(404));
    expect(await failureOf(createQuotes(connection).read("aquote-1"))).toMatchObject({ reason: "not-found" });
    expect(await failureOf(createTripMessages(connection).read("amsg-1"))).toMatchObject({ reason: "not-found" });
  });
});
