import { gzipSync } from "node:zlib";
import type { Fault } from "../faulty-marketplace.ts";
import { refuse } from "../marketplace-ledger.ts";

/** Answers so, and does nothing. */
export function refused(status: number, headers: Record<string, string> = {}, ...errors: object[]): Fault {
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

export type Cell = [name: string, fault: Fault, state: string, reason: string | null];

/** What comes back from `POST /leads`, and what it leads to, whatever the marketplace itself did with the lead. */
export const cells: Cell[] = [
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
export const endless = new Set(["silence", "silence afterwards", "an answer byte by byte"]);
