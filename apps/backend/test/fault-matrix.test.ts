import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimDelivery } from "../src/deliveries/claim-delivery.ts";
import type { DeliveriesTable } from "../src/deliveries/deliveries.table.ts";
import { deliverDue } from "../src/deliveries/deliver-due.ts";
import { deliverLead } from "../src/deliveries/deliver-lead.ts";
import { openFaultyMarketplace, type Fault, type FaultyMarketplace } from "./faulty-marketplace.ts";
import { openLeadDesk, type LeadDesk } from "./lead-desk.ts";
import { refuse } from "./marketplace-ledger.ts";

let marketplace: FaultyMarketplace;
let desk: LeadDesk;

beforeEach(async () => {
  marketplace = await openFaultyMarketplace();
  desk = await openLeadDesk({ marketplace: (clock, id) => marketplace.clientOf(clock, id) });
});

afterEach(async () => {
  await desk.database.close();
  await marketplace.close();
});

async function delivery(): Promise<DeliveriesTable> {
  const query = desk.database.build.selectFrom("deliveries").selectAll().where("channel", "=", "marketplace");
  const [row] = await desk.database.run(query);
  if (!row) throw new Error("there is a delivery");
  return row;
}

/** One try of the delivery that is due. */
async function tryOnce(): Promise<DeliveriesTable> {
  const claimed = await claimDelivery(desk);
  if (!claimed) throw new Error("it is due");
  await deliverLead(desk, claimed);
  return delivery();
}

/** Answers so, and does nothing. */
function refused(status: number, headers: Record<string, string> = {}, ...errors: object[]): Fault {
  return ({ send }) => send(refuse(status, ...errors), headers);
}

/** Creates the lead, and then fails to say so. */
function afterwards(fault: Fault): Fault {
  return (call) => {
    call.handle();
    fault(call);
  };
}

/** Answers 201 with that body. */
function body(text: string | Uint8Array, headers: Record<string, string> = {}): Fault {
  return ({ response }) => void response.writeHead(201, { "Content-Type": "application/json", ...headers }).end(text);
}

function data(value: unknown, meta: object = { errors: [] }): string {
  return JSON.stringify({ meta, data: value });
}

const cut: Fault = ({ response }) => void response.socket?.destroy();
const stall: Fault = () => undefined;
const cutHalfWay: Fault = ({ response }) => {
  response.writeHead(201, { "Content-Type": "application/json", "Content-Length": "400" });
  response.write('{"data":{"id":"alead-1"', () => response.socket?.destroy());
};
const trickle: Fault = ({ response }) => {
  response.writeHead(201, { "Content-Type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
const oddLead = {
  id: "alead-1",
  href: 7,
  tripId: { no: 1 },
  sellerQuotes: [{ id: 3, sellerCompany: { displayName: "Globex", news: [] } }],
  anything: { at: "all" },
};

type Cell = [name: string, fault: Fault, state: string, reason: string | null];

/** What each leads to, whatever the marketplace itself did with the lead. */
const cells: Cell[] = [
  ["429 with a reset", refused(429, { "X-Rate-Limit-Reset": "8" }), "deferred", "limited"],
  ["429 without a word", refused(429), "deferred", "limited"],
  ["429 with a reset that is no number", refused(429, { "X-Rate-Limit-Reset": "NaN" }), "deferred", "limited"],
  ["429 with a reset in the past", refused(429, { "X-Rate-Limit-Reset": "-1" }), "deferred", "limited"],
  ["429 with a reset in thirty years", refused(429, { "X-Rate-Limit-Reset": "1000000000" }), "deferred", "limited"],
  [
    "429 with a reset as a date",
    refused(429, { "X-Rate-Limit-Reset": "Tue, 01 Dec 2026 10:00:30 GMT" }),
    "deferred",
    "limited",
  ],
  ["403 for the limit", refused(403, { "X-Rate-Limit-Remaining": "0" }), "deferred", "limited"],
  ["403 for the limit, told by the reset", refused(403, { "X-Rate-Limit-Reset": "9" }), "deferred", "limited"],
  ["403", refused(403, {}, { code: "AUTHENTICATION_COMPANY_ACCESS" }), "blocked_creds", "permission"],
  ["401", refused(401, {}, { code: "ERR_INPUT_GENERIC_INVALID" }), "blocked_creds", "credentials"],
  ["409", refused(409), "unknown", "conflict"],
  ["404", refused(404, {}, { code: "NOT_FOUND" }), "search_stale", "not-found"],
  ["410", refused(410), "search_stale", "not-found"],
  [
    "422 for the search",
    refused(422, {}, { code: "INPUT_INVALID", path: "searchId" }),
    "search_stale",
    "input_invalid",
  ],
  ["422 for an expired search", refused(422, {}, { code: "SEARCH_EXPIRED" }), "search_stale", "search_expired"],
  [
    "422 for a hit",
    refused(422, {}, { code: "QUOTE_INVALID", path: "sellerQuoteIds[0]" }),
    "search_stale",
    "quote_invalid",
  ],
  [
    "422 for a search that was used",
    refused(422, {}, { code: "SEARCH_ALREADY_USED", path: "searchId" }),
    "conflict",
    "search_already_used",
  ],
  ["422 for the lift", refused(422, {}, { code: "LIFT_INVALID", path: "inquiryLift[0]" }), "manual", "invalid"],
  [
    "422 for our identifier with another body",
    refused(422, {}, { code: "DUPLICATE", path: "clientIdentifier" }),
    "manual",
    "invalid",
  ],
  ["400", refused(400, {}, { code: "ERR_INPUT_MISSING", path: "leadContactInfo.name" }), "manual", "invalid"],
  ["400 without a word", refused(400), "manual", "invalid"],
  ["418", refused(418), "manual", "invalid"],
  ["301", refused(301, { Location: "/elsewhere" }), "manual", "invalid"],
  ["302 to another host", refused(302, { Location: "https://evil.example/" }), "manual", "invalid"],
  ["501", refused(501), "manual", "invalid"],
  ["500", refused(500), "unknown", "ambiguous"],
  ["500 afterwards", afterwards(refused(500)), "unknown", "ambiguous"],
  ["502", refused(502), "unknown", "ambiguous"],
  ["504 afterwards", afterwards(refused(504)), "unknown", "ambiguous"],
  ["503", refused(503), "deferred", "unavailable"],
  ["503 with a wish", refused(503, { "Retry-After": "20" }), "deferred", "unavailable"],
  ["a cut before it did anything", cut, "unknown", "ambiguous"],
  ["a cut afterwards", afterwards(cut), "unknown", "ambiguous"],
  ["a cut in the middle of the answer", afterwards(cutHalfWay), "unknown", "ambiguous"],
  ["silence", stall, "unknown", "ambiguous"],
  ["silence afterwards", afterwards(stall), "unknown", "ambiguous"],
  ["an answer byte by byte", afterwards(trickle), "unknown", "ambiguous"],
  ["JSON that ends half way", afterwards(body('{"data":{"id":"alea')), "unknown", "unreadable"],
  [
    "a page",
    afterwards(body("<!doctype html><h1>Soon</h1>", { "Content-Type": "text/html" })),
    "unknown",
    "unreadable",
  ],
  ["204", afterwards(({ response }) => void response.writeHead(204).end()), "unknown", "unreadable"],
  ["another character set", afterwards(body(Buffer.from(data({ id: "alead-1" }), "utf16le"))), "unknown", "unreadable"],
  ["gzip that is none", afterwards(body("not zipped", { "Content-Encoding": "gzip" })), "unknown", "unreadable"],
  [
    "50 MB of zeros in a small gzip",
    afterwards(body(gzipSync(Buffer.alloc(50_000_000)), { "Content-Encoding": "gzip" })),
    "unknown",
    "unreadable",
  ],
  ["an answer without an id", afterwards(body(data({ type: "leads" }))), "unknown", "unreadable"],
  ["an empty id", afterwards(body(data({ id: "" }))), "unknown", "unreadable"],
  ["an id that is a number", afterwards(body(data({ id: 7 }))), "unknown", "unreadable"],
  ["nothing where the lead should be", afterwards(body(data(null))), "unknown", "unreadable"],
  [
    "errors under a 200",
    body(data({ id: "alead-1" }, { errors: [{ code: "START_AIRPORT_INVALID" }] })),
    "manual",
    "refused",
  ],
  ["odd and unknown fields", afterwards(body(data(oddLead))), "enriched", null],
  ["the lead in a list", afterwards(body(data([oddLead]))), "enriched", null],
  ["no sellers", afterwards(body(data({ id: "alead-1" }))), "delivered", null],
];

/** Nobody waits for these to end. */
const endless = new Set(["silence", "silence afterwards", "an answer byte by byte"]);

describe("R10: what comes back from POST /leads leads to its state, and the same again to one lead", () => {
  test.each(cells)("%s", async (name, fault, state, reason) => {
    await desk.submit(desk.request());
    marketplace.fault = fault;
    const { marketplace: patient } = desk.broker;
    if (endless.has(name)) {
      desk.broker.marketplace = marketplace.clientOf(desk.clock, "demo", { timeoutMs: { "leads.create": 150 } });
    }
    const after = await tryOnce();
    desk.broker.marketplace = patient;
    expect(after).toMatchObject({ state, reason, lease: null, generation: 1 });
    await expectTrail(["accepted", "sending", state]);

    marketplace.fault = null;
    for (let round = 0; round < 4; round += 1) {
      desk.advance(3_600_000);
      await deliverDue(desk);
    }
    const end = await delivery();
    if (state === "manual") return expect(end).toMatchObject({ state, next_at: null });
    expect(["delivered", "enriched"]).toContain(end.state);
    expect(marketplace.ledger.leads).toHaveLength(1);
    const identifiers = new Set(marketplace.ledger.posts().map(({ clientIdentifier }) => clientIdentifier));
    expect(identifiers.size).toBe(1);
    expect(JSON.stringify(desk.logged)).not.toMatch(/CANARY|jo@example|Jo Smith|asearch-/);
  });

  test("there are more than thirty of them", () => expect(cells.length).toBeGreaterThan(30));

  test("no connection: surely not sent, so it is deferred", async () => {
    await desk.submit(desk.request());
    const closed = await openFaultyMarketplace();
    desk.broker.marketplace = closed.clientOf(desk.clock, "demo");
    await closed.close();
    expect(await tryOnce()).toMatchObject({ state: "deferred", reason: "unsent", attempts: 1 });
  });

  test("R14: a 400 for our clock is sent once more at once, with the time that was learned", async () => {
    await desk.submit(desk.request());
    const ahead = 600_000;
    marketplace.date = () => new Date(desk.clock.now() + ahead).toUTCString();
    let calls = 0;
    marketplace.fault = ({ handle, send }) => {
      calls += 1;
      send(calls === 1 ? refuse(400, { code: "ERR_INPUT_GENERIC_INVALID" }) : handle());
    };
    expect(await tryOnce()).toMatchObject({ state: "enriched", attempts: 1 });
    expect(calls).toBe(2);
  });

  test("a clock that stays wrong is deferred and not looped on", async () => {
    await desk.submit(desk.request());
    marketplace.date = () => new Date(desk.clock.now() + 600_000).toUTCString();
    let calls = 0;
    marketplace.fault = (call) => {
      calls += 1;
      refused(400, {}, { code: "ERR_INPUT_GENERIC_INVALID" })(call);
    };
    expect(await tryOnce()).toMatchObject({ state: "deferred", reason: "clock-refused" });
    expect(calls).toBe(2);
  });
});

async function expectTrail(states: string[]): Promise<void> {
  const { id } = await delivery();
  const trail = await desk.unclaimed.eventsOf({ brokerId: "demo", environment: "sandbox" }, id);
  expect(trail.map((event) => event.state)).toEqual(states);
}
