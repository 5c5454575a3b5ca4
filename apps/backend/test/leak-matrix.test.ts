import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMarketplace, sandboxConnections } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import type { SearchResponse } from "@liftline/schema";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openDatabase } from "../src/database/open-database.ts";
import type { Tables } from "../src/database/tables.ts";
import { createCanaries } from "./canaries.ts";
import { createTestApp, createTestClock, testBroker, type TestApp } from "./harness.ts";

const shownOfAnAirport = ["airports data[].city", "airports data[].name"];
const shownOfAnOption = [
  "searches data.results[].quote.lift.aircraftCategory",
  "searches data.results[].quote.lift.aircraftType",
  "searches data.results[].quote.segments[].endAirport.city",
  "searches data.results[].quote.segments[].endAirport.name",
  "searches data.results[].quote.segments[].startAirport.city",
  "searches data.results[].quote.segments[].startAirport.name",
];
/** What the lead's delivery sends: which options, of which search. A type or category is named by its own words. */
const sentWithALead = [
  "searches data.id",
  "searches data.results[].id",
  "searches data.results[].quote.lift.aircraftCategory",
  "searches data.results[].quote.lift.aircraftType",
];

/** The reviewed list: what of the marketplace's words may be seen where. Whatever else turns up is a leak. */
const reviewed: Record<string, () => string[]> = {
  "answer: airports": () => shownOfAnAirport,
  "answer: searches": () => shownOfAnOption,
  "answer: leads": () => [],
  "answer: others": () => [],
  headers: () => [],
  log: () => [],
  "table: leads": () => [],
  "table: lead_contacts": () => [],
  "table: lead_consents": () => [],
  "table: lead_options": () => ["searches data.results[].id", ...shownOfAnOption],
  "table: lead_keys": () => [],
  "table: search_claims": () => [],
  "table: deliveries": () => [...sentWithALead, ...answerToALead()],
  "table: delivery_attempts": () => [],
  "table: delivery_events": () => [],
  "table: delivery_lanes": () => [],
  "table: notifications": () => [],
  "table: notification_nonces": () => [],
  "table: foreign_leads": () => [],
  "table: foreign_erasures": () => [],
  "table: webhook_settings": () => [],
  "table: lead_erasures": () => [],
  "table: call_buckets": () => [],
  "table: connections": () => [],
  files: () => [...new Set([...sentWithALead, ...shownOfAnOption, ...answerToALead()])],
};

/** Kept as it came, sellers included, for the broker's staff alone (R21). */
function answerToALead(): string[] {
  return canaries.planted().filter((place) => place.startsWith("leads "));
}

/** `avinode-api.md` A6. */
const sparseFields =
  "amenities categorydetails homebase insurance liftaoc metrics perfdetails safety schedule sellercontactinfo sellerstats startposition taildetails tailphotos typedetails typephotos".split(
    " ",
  );

const folder = mkdtempSync(join(tmpdir(), "leaks-"));
const canaries = createCanaries();
const surfaces = new Map<string, string>();
let backend: TestApp;
let unchosen: string[];

beforeAll(async () => {
  const clock = createTestClock();
  // Set up to see operators: everything that could leak is there.
  const marketplace = createMarketplace({ clock, rate: null, connections: [sandboxConnections.identified] });
  const connection = { auth: { kind: "token", token: sandboxConnections.identified.token } };
  backend = await createTestApp({
    marketplace,
    config: { brokers: [{ ...testBroker, connection }] },
    overrides: {
      clock,
      fetch: markedFetch(marketplaceFetch(marketplace)),
      database: await openDatabase({ url: `file:${join(folder, "leaks.db")}`, clock }),
    },
  });
  await walkThrough(backend);
  for (const [table, rows] of await readTables(backend)) surfaces.set(`table: ${table}`, JSON.stringify(rows));
  surfaces.set("log", JSON.stringify(backend.logLines));
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "latin1"));
  surfaces.set("files", files.join("\n"));
});
afterAll(async () => {
  await backend.dependencies.close();
  rmSync(folder, { recursive: true });
});

describe("the leaf canary matrix", () => {
  test("every leaf of the marketplace's answers was marked, identities among them", () => {
    expect(canaries.planted().length).toBeGreaterThan(100);
    for (const leaf of ["quote.sellerCompany.displayName", "quote.lift.aircraftTail", "id"]) {
      expect(canaries.planted()).toContain(`searches data.results[].${leaf}`);
    }
  });

  test.each(Object.keys(reviewed))("R3: %s shows the reviewed leaves and no other", (surface) => {
    expect(canaries.found(surfaces.get(surface) ?? "").toSorted()).toEqual(reviewed[surface]?.().toSorted());
  });

  test("no table is left out", async () => {
    const names = [...(await readTables(backend))].map(([table]) => `table: ${table}`);
    expect(
      Object.keys(reviewed)
        .filter((surface) => surface.startsWith("table: "))
        .toSorted(),
    ).toEqual(names.toSorted());
  });

  test("R2: of the options nobody chose, no trace is in the files of the database", () => {
    expect(unchosen.length).toBeGreaterThan(50);
    const files = surfaces.get("files") ?? "";
    expect(unchosen.filter((token) => files.includes(token))).toEqual([]);
  });
});

/** What a visitor does, everything the backend answers kept by surface. */
async function walkThrough({ request, post, dependencies, marketplace }: TestApp): Promise<void> {
  const keep = async (surface: string, answer: Response) => {
    surfaces.set("headers", `${surfaces.get("headers") ?? ""}${JSON.stringify([...answer.headers])}`);
    const body = await answer.text();
    surfaces.set(surface, `${surfaces.get(surface) ?? ""}${body}`);
    return { status: answer.status, body };
  };
  const lookup = await keep("answer: airports", await request("/airports?query=london"));
  expect(lookup.status).toBe(200);
  const leg = { from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 };
  unchosen = [];
  for (const groupBy of ["aircraft", "type", "category"]) {
    const answer = await keep("answer: searches", await post("/searches", { legs: [leg], groupBy, currency: "USD" }));
    const found = JSON.parse(answer.body) as SearchResponse;
    const options = found.options.slice(0, 2);
    unchosen.push(...found.options.slice(2).map((option) => option.token));
    const contact = { name: "Zoë", email: "zoe@visitor.example" };
    const body = { search: found.search, options, contact };
    const receipt = await keep("answer: leads", await post("/leads", body, { "idempotency-key": `key-of-${groupBy}` }));
    expect(receipt.status).toBe(201);
    const [photo] = options[0]?.photos ?? [];
    if (photo) await keep("answer: others", await request(photo.url));
  }
  const trip = { legs: [{ ...leg, from: { code: "EGGW" }, to: { words: "the strip near Teterboro" } }] };
  const asked = { trip, contact: { name: "Zoë", email: "zoe@visitor.example" } };
  const receipt = await keep("answer: leads", await post("/leads", asked, { "idempotency-key": "key-of-a-trip" }));
  expect(receipt.status).toBe(201);
  for (const path of ["/widget/settings", "/healthz", "/readyz", "/photos/nothing", "/nowhere"]) {
    await keep("answer: others", await request(path));
  }
  await keep("answer: leads", await post("/leads", { search: "forged" }, { "idempotency-key": "key-of-nobody" }));
  dependencies.deliveryWorker.start();
  await vi.waitUntil(() => marketplace.ledger.leads().length === 3, { timeout: 20_000 });
  await dependencies.deliveryWorker.stop();
}

function markedFetch(marketplace: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = request.body ? canaries.remove(await request.text()) : null;
    const answer = await marketplace(
      new Request(withEveryField(request.url), { method: request.method, headers: request.headers, body: sent }),
    );
    if (!(answer.headers.get("content-type") ?? "").includes("json")) return answer;
    const operation = new URL(request.url).pathname.replace(/^\/api\/(\w+).*$/, "$1");
    return Response.json(canaries.plant(operation, await answer.json()), { status: answer.status });
  };
}

/** Also what we never ask for: a marketplace may send it all the same. */
function withEveryField(address: string): string {
  const url = new URL(address);
  if (url.pathname.endsWith("/searches"))
    for (const field of sparseFields) url.searchParams.append("fields[searches]", field);
  return url.href;
}

async function readTables({ dependencies: { database } }: TestApp): Promise<Map<string, unknown[]>> {
  const names = await database.run<{ name: keyof Tables }>(
    database.build
      .selectFrom("sqlite_master" as keyof Tables)
      .select("name" as never)
      .where("type" as never, "=", "table" as never) as never,
  );
  const tables = names.map(({ name }) => name).filter((name) => !/^(sqlite_|kysely_)/.test(name));
  const rows = await Promise.all(tables.map((table) => database.run(database.build.selectFrom(table).selectAll())));
  return new Map(tables.map((table, index) => [table, rows[index] ?? []]));
}
