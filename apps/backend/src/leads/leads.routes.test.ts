import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMarketplace } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { LeadReceipt, Problem, SearchResponse } from "@liftline/schema";
import { AvinodeLeadRequest } from "@liftline/schema/avinode";
import { afterEach, describe, expect, test } from "vitest";
import { createTestApp, createTestClock, type TestApp, type TestOptions } from "../../test/harness.ts";
import { openDatabase } from "../database/open-database.ts";
import { deliverDue } from "../deliveries/deliver-due.ts";

const apps: TestApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.dependencies.close();
});

async function openApp(options: TestOptions = {}): Promise<TestApp> {
  const app = await createTestApp(options);
  apps.push(app);
  return app;
}

async function search(app: TestApp, groupBy: "aircraft" | "category" = "aircraft"): Promise<SearchResponse> {
  const legs = [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }];
  const response = await app.post("/searches", { legs, groupBy, currency: "EUR" });
  expect(response.status).toBe(200);
  return SearchResponse.parse(await response.json());
}

const contact = { name: "Jo Smith", email: "jo@example.com", phone: "+46 70 123 45 67" };

const leg = { from: { code: "EGGW" }, to: { words: "the strip near Ascot" }, date: "2026-12-13", passengers: 4 };
const trip = { legs: [leg, { ...leg, from: leg.to, to: leg.from, date: "2026-12-15" }] };

function ofLeg(change: object): object {
  return { trip: { legs: [{ ...leg, ...change }] } };
}

function leadOf({ search, options }: SearchResponse, count = 2): Record<string, unknown> {
  return { search, options: options.slice(0, count), contact, message: "I want to bring my dog." };
}

function post(app: TestApp, lead: unknown, key: string | null = "key-of-a-visit"): Promise<Response> {
  return app.post("/leads", lead, key === null ? {} : { "idempotency-key": key });
}

async function problem(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toContain("application/problem+json");
  return Problem.parse(await response.json());
}

/** Ids of hits, wherever they stand. */
function idsIn(text: string): string[] {
  return [...new Set(text.match(/asearchhit-[\w-]+/g))].toSorted();
}

describe("POST /leads", () => {
  test("answers 201 with a reference, and the lead reaches the marketplace with all that was chosen", async () => {
    const app = await openApp();
    const found = await search(app);
    const response = await post(app, leadOf(found));
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    LeadReceipt.parse(await response.json());
    await deliverDue(app.dependencies);
    const leads = app.marketplace.ledger.leads();
    expect(leads).toHaveLength(1);
    expect(leads[0]?.options.map(({ aircraftType }) => aircraftType)).toEqual(
      found.options.slice(0, 2).map(({ type }) => type),
    );
    expect(AvinodeLeadRequest.parse(leads[0]?.body)).toMatchObject({
      leadCurrency: "EUR",
      leadMessage: "I want to bring my dog.",
      leadContactInfo: { name: "Jo Smith", emailAddresses: [{ emailAddress: "jo@example.com" }] },
    });
  });

  test("R22: a category goes out with the price that was on the page", async () => {
    const app = await openApp();
    const found = await search(app, "category");
    expect((await post(app, leadOf(found, 1))).status).toBe(201);
    await deliverDue(app.dependencies);
    const [option] = found.options;
    expect(app.marketplace.ledger.leads()[0]?.inquiryLift).toEqual([
      { aircraftCategory: option?.category, priceExpectation: option?.price?.amount },
    ]);
  });

  test("R19, R20: fifty of the same at once are one lead here and there", async () => {
    const app = await openApp();
    const lead = leadOf(await search(app));
    const responses = await Promise.all(Array.from({ length: 50 }, () => post(app, lead)));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(await Promise.all(responses.map((response) => response.text()))).size).toBe(1);
    await deliverDue(app.dependencies);
    expect(app.marketplace.ledger.leads()).toHaveLength(1);
  });

  test("R20: an answer that got lost leads to a second try and to no second lead", async () => {
    const app = await openApp();
    const lead = { ...leadOf(await search(app)), contact: { ...contact, name: "Fail Lost Once" } };
    expect((await post(app, lead)).status).toBe(201);
    await deliverDue(app.dependencies);
    app.clock.advance(60_000);
    await deliverDue(app.dependencies);
    const calls = app.marketplace.calls().filter(({ path }) => path.endsWith("/leads"));
    expect(calls).toHaveLength(2);
    expect(app.marketplace.ledger.leads()).toHaveLength(1);
    const { database } = app.dependencies;
    const [delivery] = await database.run(database.build.selectFrom("deliveries").selectAll());
    expect(delivery).toMatchObject({ state: "enriched", external_id: app.marketplace.ledger.leads()[0]?.id });
  });

  test("R21: who markets the aircraft is kept for the broker and told to nobody", async () => {
    const app = await openApp();
    const response = await post(app, leadOf(await search(app)));
    await deliverDue(app.dependencies);
    const { database } = app.dependencies;
    const [delivery] = await database.run(database.build.selectFrom("deliveries").select("sellers"));
    const sellers: { displayName: string }[] = JSON.parse(delivery?.sellers ?? "[]");
    expect(sellers).not.toHaveLength(0);
    const told = (await response.text()) + JSON.stringify(app.logLines);
    for (const { displayName } of sellers) expect(told).not.toContain(displayName);
    expect(told).not.toMatch(/asearch|alead|Jo Smith|jo@example/);
  });

  test("R2: of all that a search found, the file knows what was chosen and not one id more", async () => {
    const folder = mkdtempSync(join(tmpdir(), "liftline-route-"));
    const heard: string[] = [];
    const clock = createTestClock();
    const marketplace = createMarketplace({ clock });
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await marketplaceFetch(marketplace)(input, init);
      heard.push(await response.clone().text());
      return response;
    };
    const database = await openDatabase({ url: `file:${join(folder, "lead.db")}`, clock });
    const app = await openApp({ marketplace, overrides: { clock, database, fetch } });
    const found = await search(app);
    const hits = idsIn(heard.join("\n"));
    expect((await post(app, leadOf(found))).status).toBe(201);
    await deliverDue(app.dependencies);
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    const chosen = app.marketplace.ledger.leads()[0]?.sellerQuoteIds ?? [];
    expect(chosen).toHaveLength(2);
    expect(hits.length).toBeGreaterThan(10);
    expect(idsIn(bytes.join("\n"))).toEqual(chosen.toSorted());
    rmSync(folder, { recursive: true });
  });

  test("needs an Idempotency-Key that is one", async () => {
    const app = await openApp();
    const lead = leadOf(await search(app));
    const missing = await problem(await post(app, lead, null));
    expect(missing).toMatchObject({ status: 400, code: "request.idempotency-key-missing" });
    for (const key of ["short", "x".repeat(201), "with a space", "ümlaut-ümlaut"]) {
      const invalid = await problem(await post(app, lead, key));
      expect(invalid).toMatchObject({ status: 400, errors: [{ path: "Idempotency-Key" }] });
    }
  });

  test("says which of its reasons it refuses for", async () => {
    const app = await openApp();
    const found = await search(app);
    await post(app, leadOf(found));
    const spent = await problem(await post(app, leadOf(found), "another-key"));
    expect(spent).toMatchObject({ status: 409, code: "search.spent" });
    const reused = await problem(await post(app, leadOf(found, 1)));
    expect(reused).toMatchObject({ status: 422, code: "request.idempotency-key-reused" });
    const unknownKey = await problem(await post(app, { ...leadOf(found), price: 1 }, "a-third-key"));
    expect(unknownKey).toMatchObject({ status: 400, code: "request.invalid", errors: [{ path: "price" }] });
    const eleven = await problem(
      await post(
        app,
        { ...leadOf(found), options: Array.from({ length: 11 }, () => found.options[0]) },
        "a-fourth-key",
      ),
    );
    expect(eleven).toMatchObject({ status: 400, code: "request.invalid" });
    app.clock.advance(3_600_000);
    const late = await problem(await post(app, leadOf(found), "a-fifth-key"));
    expect(late).toMatchObject({ status: 410, code: "search.expired" });
  });

  test("takes a trip in the place of search and options, once for each key, and asks nothing of the marketplace", async () => {
    const app = await openApp({ overrides: { fetch: () => Promise.reject(new TypeError("away")) } });
    const [first, again] = [await post(app, { trip, contact }), await post(app, { trip, contact })];
    expect([first.status, again.status]).toEqual([201, 201]);
    const receipt = LeadReceipt.parse(await first.json());
    expect(await again.json()).toEqual(receipt);
    const other = await post(app, { trip, contact, message: "Please hurry." });
    expect(await problem(other)).toMatchObject({ status: 422, code: "request.idempotency-key-reused" });
    await deliverDue(app.dependencies);
    const { build, run } = app.dependencies.database;
    expect(await run(build.selectFrom("leads").select("reference"))).toEqual([{ reference: receipt.reference }]);
    expect(await run(build.selectFrom("deliveries").select("channel"))).not.toContainEqual({ channel: "marketplace" });
  });

  test.each<[string, object, string[]]>([
    ["nine legs", { trip: { legs: Array.from({ length: 9 }, () => leg) } }, ["trip.legs"]],
    ["no legs", { trip: { legs: [] } }, ["trip.legs"]],
    ["words of 400 characters", ofLeg({ from: { words: "a".repeat(400) } }), ["trip.legs.0.from.words"]],
    ["words of two lines", ofLeg({ to: { words: "Ascot\nBcc: all@example.com" } }), ["trip.legs.0.to.words"]],
    ["words with a control character", ofLeg({ to: { words: "Ascot\u001b[2J" } }), ["trip.legs.0.to.words"]],
    ["no words", ofLeg({ to: { words: " " } }), ["trip.legs.0.to.words"]],
    ["a code that is none", ofLeg({ to: { code: "the grass strip" } }), ["trip.legs.0.to.code"]],
    ["a code and words", ofLeg({ to: { code: "EGLF", words: "Farnborough" } }), ["trip.legs.0.to.words"]],
    ["the same airport twice", ofLeg({ to: { code: "eggw" } }), ["trip.legs.0.to"]],
    ["a day that is over", ofLeg({ date: "2026-11-29" }), ["trip.legs.0.date"]],
    ["a day of no calendar", ofLeg({ date: "2026-02-30" }), ["trip.legs.0.date"]],
    ["two faults", ofLeg({ date: "soon", passengers: 0 }), ["trip.legs.0.date", "trip.legs.0.passengers"]],
    ["a price", { trip: { legs: [leg], price: 1 } }, ["trip.price"]],
    ["a trip and options", { trip: { legs: [leg] }, options: [] }, ["options"]],
    ["a trip and a search", { trip: { legs: [leg] }, search: "sealed" }, ["search"]],
    ["a trip, and somebody who cannot be answered", { trip, contact: { name: "Jo" } }, ["contact.email"]],
    ["neither search nor trip", {}, ["trip"]],
  ])("refuses %s, says where, and stores nothing", async (_, body, paths) => {
    const app = await openApp();
    const refused = await problem(await post(app, { contact, ...body }));
    expect(refused).toMatchObject({ status: 400, code: "request.invalid" });
    expect(refused.errors?.map(({ path }) => path)).toEqual(paths);
    const { build, run } = app.dependencies.database;
    expect(await run(build.selectFrom("leads").selectAll())).toEqual([]);
  });

  test("counts a trip among the requests that one address may send", async () => {
    const app = await openApp({ config: { limits: { leadsPerHour: 2 } } });
    const statuses: number[] = [];
    for (const key of ["first-key", "second-key", "third-key"]) {
      statuses.push((await post(app, { trip, contact }, key)).status);
    }
    expect(statuses).toEqual([201, 201, 429]);
    expect((await post(app, { trip, contact }, null)).status).toBe(429);
    app.clock.advance(3_600_000);
    expect(await problem(await post(app, { trip, contact }, null))).toMatchObject({
      code: "request.idempotency-key-missing",
    });
  });

  test("is 503 with Retry-After while the database is away, and so is /readyz", async () => {
    const app = await openApp();
    const lead = leadOf(await search(app));
    expect((await app.request("/readyz")).status).toBe(200);
    await app.dependencies.database.close();
    const response = await post(app, lead);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await problem(response)).toMatchObject({ status: 503, code: "storage.unavailable" });
    expect((await app.request("/readyz")).status).toBe(503);
  });
});
