import { AvinodeSearchHit } from "@liftline/schema/avinode";
import { createMarketplace, sandboxApiToken, sandboxConnections } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import { describe, expect, test } from "vitest";
import { createAvinodeClient, type AvinodeClientOptions } from "../src/avinode/index.ts";
import { failureOf, leadBody, searchBody } from "./marketplace.ts";
import { createVirtualTime } from "./virtual-time.ts";

/** The client against the simulated marketplace, on one clock. */
function connect(options: Partial<AvinodeClientOptions> = {}) {
  const time = createVirtualTime();
  const marketplace = createMarketplace({
    clock: time.clock,
    wait: (ms) => (ms > 0 ? new Promise(() => {}) : Promise.resolve()),
  });
  const client = createAvinodeClient({
    baseUrl: marketplace.baseUrl,
    product: "Liftline v1.0",
    apiToken: sandboxApiToken,
    auth: { kind: "token", token: sandboxConnections.demo.token },
    fetch: marketplaceFetch(marketplace),
    clock: time.clock,
    sleep: time.sleep,
    random: () => 0,
    ...options,
  });
  return { client, marketplace, time };
}

function searchFrom(icao: string) {
  const [segment] = searchBody.segments;
  return { segments: [{ ...segment!, startAirport: { icao } }] };
}

describe("against the sandbox", () => {
  test("airports, search and lead go the whole way", async () => {
    const { client, marketplace } = connect();
    const airports = await client.airports.search({ filter: "luton" });
    expect(airports[0]).toMatchObject({ icao: "EGGW", position: { latitude: expect.closeTo(51.87, 1) } });
    expect(await client.airports.read(airports[0]!.id)).toMatchObject({ icao: "EGGW" });
    expect(
      await client.airports.search({ latitude: 51.87, longitude: -0.37, maxDistance: 20, pageSize: 3 }),
    ).not.toEqual([]);

    const search = await client.searches.create(searchBody, { fields: ["typedetails", "typephotos"] });
    expect(search.results.length).toBeGreaterThan(10);
    const hits = search.results.map((hit) => AvinodeSearchHit.parse(hit));

    const body = { ...leadBody, searchId: search.id, sellerQuoteIds: hits.slice(0, 2).map(({ id }) => id) };
    const lead = await client.leads.create(body);
    const again = await client.leads.create(body);
    expect(again.id).toBe(lead.id);
    expect(marketplace.ledger.leads()).toHaveLength(1);
    expect(marketplace.ledger.leads()[0]?.body.leadMessage).toBe(leadBody.leadMessage);
    expect(JSON.parse(lead.raw)).toHaveProperty("data.id", lead.id);
  });

  test.each(["basic", "post"] as const)(
    "an OAuth client gets in by %s, and again when its token has ended",
    async (method) => {
      const { clientId, clientSecret } = sandboxConnections.oauth;
      const { client, marketplace, time } = connect({
        auth: { kind: "clientCredentials", clientId, clientSecret, method },
      });
      await client.airports.search({ filter: "luton" });
      time.advance(31 * 60_000);
      await client.airports.search({ filter: "luton" });
      marketplace.reset();
      await client.airports.search({ filter: "luton" });
      expect(marketplace.calls().filter(({ path }) => path.endsWith("/oauth/token"))).toHaveLength(3);
    },
  );

  test("wrong secrets and tokens are credentials, a missing permission is permission", async () => {
    const wrong = connect({ auth: { kind: "token", token: "wrong" } });
    expect(await failureOf(wrong.client.airports.search({ filter: "luton" }))).toMatchObject({ reason: "credentials" });
    const refused = connect({ auth: { kind: "clientCredentials", clientId: "x", clientSecret: "y", method: "post" } });
    expect(await failureOf(refused.client.airports.search({ filter: "luton" }))).toMatchObject({
      reason: "credentials",
    });
    const lookupOnly = connect({ auth: { kind: "token", token: sandboxConnections.lookupOnly.token } });
    expect(await failureOf(lookupOnly.client.searches.create(searchBody, { fields: [] }))).toMatchObject({
      reason: "permission",
    });
  });

  test("R12: our throttle keeps a busy client within the marketplace's limit for ten minutes", async () => {
    const { client, marketplace, time } = connect({ waitMs: { "airports.search": 3_600_000 } });
    for (let wave = 0; wave < 7; wave += 1) {
      await time.run(Promise.all(Array.from({ length: 90 }, () => client.airports.search({ filter: "luton" }))));
    }
    expect(marketplace.calls()).toHaveLength(630);
    expect(marketplace.calls().filter(({ status }) => status !== 200)).toEqual([]);
  });

  const misbehaving: [string, object][] = [
    ["ZZL9", { reason: "limited", retryAfterMs: 8000 }],
    ["ZZL3", { reason: "limited", retryAfterMs: 8000, status: 403 }],
    ["ZZA1", { reason: "credentials" }],
    ["ZZA3", { reason: "permission", codes: ["AUTHENTICATION_COMPANY_ACCESS"] }],
    ["ZZF0", { reason: "unavailable", status: 500 }],
    ["ZZF3", { reason: "unavailable", status: 503 }],
    ["ZZF4", { reason: "unavailable", status: 504 }],
    ["ZZCC", { reason: "unavailable", network: undefined }],
    ["ZZCT", { reason: "unreadable" }],
    ["ZZHT", { reason: "unreadable" }],
    ["ZZSE", { reason: "refused", faults: [{ code: "START_AIRPORT_INVALID", path: "segments[0]" }] }],
    ["ZZS2", { reason: "unavailable", network: "TIMEOUT" }],
  ];
  test.each(misbehaving)("R10: a search from %s ends as it should", async (icao, expected) => {
    const { client, time } = connect({
      waitMs: { "searches.create": 1000 },
      timeoutMs: { "searches.create": icao === "ZZS2" ? 50 : 20_000 },
    });
    const failure = await time.run(failureOf(client.searches.create(searchFrom(icao), { fields: [] })));
    expect(failure).toMatchObject({ operation: "searches.create", effect: "none", ...expected });
  });

  test("R10: odd shapes and no hits are answers", async () => {
    const { client } = connect();
    expect((await client.searches.create(searchFrom("ZZDD"), { fields: [] })).results.length).toBeGreaterThan(4);
    expect((await client.searches.create(searchFrom("ZZN0"), { fields: [] })).results).toEqual([]);
  });

  const leads: [string, object][] = [
    ["Fail Limited", { reason: "limited", effect: "none" }],
    ["Fail Busy", { reason: "unavailable", effect: "none" }],
    ["Fail Down", { reason: "ambiguous", effect: "unknown" }],
    ["Fail Cut", { reason: "ambiguous", effect: "unknown" }],
    ["Fail Truncated", { reason: "unreadable", effect: "unknown" }],
    ["Fail Html", { reason: "unreadable", effect: "unknown" }],
    ["Fail Soft", { reason: "refused", effect: "none" }],
    ["Fail Unauthorized", { reason: "credentials", effect: "none" }],
    ["Fail Expired", { reason: "not-found", effect: "none" }],
  ];
  test.each(leads)("R10: a lead of %s tells its delivery the truth", async (name, expected) => {
    const { client, marketplace } = connect();
    const { id, results } = await client.searches.create(searchBody, { fields: [] });
    const body = {
      ...leadBody,
      searchId: id,
      sellerQuoteIds: [AvinodeSearchHit.parse(results[0]).id],
      leadContactInfo: { ...leadBody.leadContactInfo, name },
    };
    const failure = await failureOf(client.leads.create(body));
    expect(failure).toMatchObject(expected);
    if (failure.effect === "none") expect(marketplace.ledger.leads()).toEqual([]);
  });

  test("R19: a second lead for a search is invalid, and the marketplace says why", async () => {
    const { client } = connect();
    const { id, results } = await client.searches.create(searchBody, { fields: [] });
    const body = { ...leadBody, searchId: id, sellerQuoteIds: [AvinodeSearchHit.parse(results[0]).id] };
    await client.leads.create(body);
    const failure = await failureOf(client.leads.create({ ...body, clientIdentifier: "lead-2" }));
    expect(failure).toMatchObject({ reason: "invalid", faults: [{ code: "SEARCH_ALREADY_USED", path: "searchId" }] });
  });
});
