import type { SearchResponse } from "@liftline/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoEmbedKey, demoOrigin } from "./harness.ts";
import { basic, demoSecret } from "./notification-desk.ts";
import { openPair, secretsIn, type Pair } from "./pair/open-pair.ts";

interface Try {
  /** Is added to the route's own path. */
  path?: string;
  body?: unknown;
  headers?: Record<string, string>;
}
/** What is tried at a route with an id that belongs to the second broker, in the first one's name. */
type TryWith = (id: string) => Try[];

let pair: Pair;
let own: SearchResponse;
let before: string;

beforeAll(async () => {
  pair = await openPair();
  own = await pair.search();
  before = await pair.rowsOfSecond();
  // What was logged of the second broker's own doings is no leak.
  pair.logLines.length = 0;
});
afterAll(() => pair.dependencies.close());

const legs = [{ from: "EGGW", to: "KTEB", date: "2026-12-13", passengers: 7 }];
const asked = { from: { code: "EGGW" }, to: { words: "a strip" }, date: "2026-11-13", passengers: 7 };
const asSender = { authorization: basic(demoSecret) };

const inQuery: TryWith = (id) =>
  ["query", "id", "lead", "reference", "broker", "key"].map((name) => ({ path: `?${name}=${encodeURIComponent(id)}` }));
const inPath: TryWith = (id) => [{ path: `/${encodeURIComponent(id)}` }];

/** Every route of the app: a new one makes a test red until somebody has thought about what can be asked of it. */
const routes: Record<string, TryWith> = {
  "GET /airports": inQuery,
  "POST /searches": (id) => [
    { body: { legs: [{ ...legs[0], from: id }] } },
    { body: { legs, search: id } },
    { body: { legs, currency: id } },
  ],
  "POST /leads": (id) => {
    const { search, options } = own;
    const [option] = options;
    const headers = { "idempotency-key": "a-key-of-demo" };
    const contact = { name: "Demo", email: "demo@visitor.example" };
    return [
      { headers, body: { search: id, options: [option], contact } },
      { headers, body: { search, options: [{ ...option, token: id }], contact } },
      { headers, body: { search, options: [option, { ...pair.sent.options[0], token: id }], contact } },
      { headers, body: { search: pair.sent.search, options: [{ ...pair.sent.options[0], token: id }], contact } },
      { headers, body: { search, options: [option], contact, reference: id } },
      // Over, so that it is judged and not stored: a lead of the demo broker's would stand among the rows.
      { headers, body: { trip: { legs: [{ ...asked, to: { words: id.slice(0, 200) } }] }, contact } },
      { headers, body: { trip: { legs: [{ ...asked, to: { code: id } }] }, contact } },
      { headers, body: { trip: { legs: [asked] }, contact, reference: id } },
      { headers, body: { search: id, trip: { legs: [asked] }, contact } },
      { headers: { "idempotency-key": id.slice(0, 200) }, body: { trip: { legs: [asked] }, contact } },
      { headers: { "idempotency-key": id.slice(0, 200) }, body: pair.sent },
    ];
  },
  "GET /photos/:token": inPath,
  "POST /webhooks/avinode/:brokerId": (id) => [
    ...inPath(id).map((one) => ({ ...one, body: {}, headers: asSender })),
    { path: "/second", body: { id, type: "leads" }, headers: asSender },
    { path: "/demo", body: { id, type: "leads" }, headers: asSender },
    { path: "/demo", body: { id, href: id, type: "leads" }, headers: asSender },
    { path: "/demo", body: { href: `${pair.marketplace.baseUrl}/leads/${id}`, type: "leads" }, headers: asSender },
  ],
  "GET /widget/settings": inQuery,
  "GET /widget/:version/*": (id) => inPath(id).map(({ path }) => ({ path: `${path}/liftline.js` })),
  "GET /s/:embedKey": inPath,
  "GET /s/:embedKey/": (id) => inPath(id).map(({ path }) => ({ path: `${path}/` })),
  "GET /s/:embedKey/:file": (id) => inPath(id).map(({ path }) => ({ path: `/${demoEmbedKey}${path}` })),
  "GET /t/:embedKey/:trip": (id) => inPath(id).map(({ path }) => ({ path: `/${demoEmbedKey}${path}` })),
  "GET /calendar/:embedKey/:file": (id) => inPath(id).map(({ path }) => ({ path: `/${demoEmbedKey}${path}` })),
  "GET /openapi.json": inQuery,
  "GET /docs": inQuery,
  "GET /docs/page.css": inQuery,
  "GET /metrics": inQuery,
  "GET /healthz": inQuery,
  "GET /readyz": inQuery,
};

/** A photo's address is for whoever has it, as in any page; it opens that photo and nothing else. */
const isPublic = (route: string, name: string) => route === "GET /photos/:token" && name === "photo";

describe("of two brokers neither sees what is the other's", () => {
  test("every route has been thought about", () => {
    const known = pair.app.routes.filter(({ method }) => method !== "ALL");
    expect([...new Set(known.map(({ method, path }) => `${method} ${path}`))].toSorted()).toEqual(
      Object.keys(routes).toSorted(),
    );
  });

  test.each(Object.keys(routes))("%s: an id of the other's is as good as one that nobody has", async (route) => {
    for (const [name, id] of Object.entries(pair.ids)) {
      if (isPublic(route, name)) continue;
      const tries = routes[route]?.(id) ?? [];
      const vain = routes[route]?.(nobodys(id)) ?? [];
      for (const [index, one] of tries.entries()) {
        const answer = await ask(route, one, id);
        const by = { route, name, index };
        expect({ ...by, ...answer }).toEqual({ ...by, ...(await ask(route, vain[index] ?? {}, nobodys(id))) });
        expect({ ...by, seen: secretsIn(pair, answer.text + answer.headers) }).toEqual({ ...by, seen: [] });
      }
    }
    await pair.dependencies.processNotifications();
    expect(await pair.rowsOfSecond()).toBe(before);
    expect(pair.logLines.flatMap((line) => secretsIn(pair, JSON.stringify(line)))).toEqual([]);
  });

  test("R26: what is announced to the wrong broker is looked at with that broker's connection, and not there", async () => {
    const { id, href } = pair.pointerTo(pair.ids["marketplaceLead"] ?? "");
    expect((await pair.notify({ id, href, type: "leads" })).status).toBe(200);
    pair.clock.advance(5_000);
    await pair.dependencies.processNotifications();
    expect(await pair.foreignLeads()).toEqual([]);
    expect(await pair.rowsOfSecond()).toBe(before);
  });
});

test.each([
  ["the demo broker's key on the second one's website", demoEmbedKey, "https://second-charter.example"],
  ["the second broker's key on the demo broker's website", "pk_second", demoOrigin],
])("%s opens nothing", async (_name, key, origin) => {
  const gated = ["/airports?query=luton", "/widget/settings"];
  for (const path of gated) {
    const { status } = await pair.request(path, { headers: { "x-embed-key": key, origin } });
    expect({ path, status }).toEqual({ path, status: 403 });
  }
  for (const path of ["/searches", "/leads"]) {
    const headers = { "x-embed-key": key, origin, "idempotency-key": pair.key };
    expect({ path, status: (await pair.post(path, pair.sent, headers)).status }).toEqual({ path, status: 403 });
  }
});

test("a key that the second broker's visitor used is the demo broker's visitor's own, options or not", async () => {
  const other = await openPair();
  const { search, options } = await other.search();
  const contact = { name: "Demo", email: "demo@visitor.example" };
  const body = { search, options: options.slice(0, 1), contact };
  const answer = await other.post("/leads", body, { "idempotency-key": other.key });
  expect(answer.status).toBe(201);
  expect(secretsIn(other, await answer.text())).toEqual([]);
  const second = {
    origin: "https://second-charter.example",
    "x-embed-key": "pk_second",
    "idempotency-key": "key-of-both",
  };
  const trip = { trip: { legs: [{ ...asked, date: "2026-12-13" }] }, contact };
  const receipts = [
    await other.post("/leads", trip, second),
    await other.post("/leads", trip, { "idempotency-key": "key-of-both" }),
  ];
  expect(receipts.map(({ status }) => status)).toEqual([201, 201]);
  const [theirs, ours] = await Promise.all(receipts.map((receipt) => receipt.text()));
  expect(ours).not.toBe(theirs);
  await other.dependencies.close();
});

/** As the demo broker's visitor asks, unless the try has other headers. What names the request or the id is taken out. */
async function ask(route: string, { path = "", body, headers = {} }: Try, id: string) {
  const [method = "GET", pattern = ""] = route.split(" ");
  const address = pattern.replace(/\/(:|\*).*/, "") + path;
  const answer = await pair.request(address, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const requestId = answer.headers.get("x-request-id") ?? "none";
  const plain = (text: string) => text.replaceAll(requestId, "[request]").replaceAll(id, "[id]");
  return {
    status: answer.status,
    text: plain(await answer.text()),
    headers: plain(JSON.stringify([...answer.headers])),
  };
}

/** An id of the same shape that nobody has. */
function nobodys(id: string): string {
  const turned = id
    .slice(-6)
    .replace(/[0-9A-Za-z]/g, (sign) => (/[0-8]/.test(sign) ? `${Number(sign) + 1}` : sign === "Q" ? "W" : "Q"));
  return id.slice(0, -6) + turned;
}
