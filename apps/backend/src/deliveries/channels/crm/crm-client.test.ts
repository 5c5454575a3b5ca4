import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { avionteAccount, serveAvionte } from "../../../../test/avionte.ts";
import { startCrmServer, type CrmServer } from "../../../../test/crm-server.ts";
import { sampleLead } from "../../../../test/lead-content-sample.ts";
import { CrmConfig } from "./crm-config.ts";
import { createCrmClient, type CrmClient } from "./crm-client.ts";
import { leadCreated, leadErased } from "./lead-event.ts";

let crm: CrmServer;
beforeAll(async () => {
  crm = await startCrmServer();
});
afterAll(() => crm.close());
afterEach(() => crm.reset());

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const body = leadCreated(sampleLead());

function createClock() {
  let now = Date.now();
  return { now: () => now, advance: (ms: number) => void (now += ms) };
}

function clientFor(config: object, clock = createClock()): CrmClient {
  const entry = CrmConfig.parse({ url: "https://crm.example/", secret, ...config });
  const auth = entry.auth && { ...entry.auth, tokenUrl: crm.url("login.example", "/token") };
  const here = { ...entry, url: crm.url("crm.example"), ...(auth && { auth }) };
  return createCrmClient(here, { fetch: crm.fetch(), clock, createGuid: randomUUID });
}

const push = (client: CrmClient, id = "delivery_1") => client.push({ id, body, signal: AbortSignal.timeout(5_000) });

/** Grants token-1, token-2 …; accepts those that `isGood`. */
function grant(options: { isGood?: (token: string) => boolean; seconds?: unknown; status?: number } = {}) {
  let grants = 0;
  crm.answer = ({ path, headers }, response) => {
    if (path === "/token") {
      grants += 1;
      const token = { access_token: `token-${grants}`, expires_in: options.seconds ?? 3600 };
      response.writeHead(options.status ?? 200).end(JSON.stringify(token));
    } else {
      const token = headers["authorization"]?.replace("Bearer ", "") ?? "";
      response.writeHead((options.isGood?.(token) ?? true) ? 202 : 401).end();
    }
  };
}
const paths = () => crm.seen.map(({ path }) => path);
const bearers = () => crm.seen.flatMap(({ path, headers }) => (path === "/token" ? [] : [headers["authorization"]]));

const toPrivate = () => Promise.resolve([{ address: "10.0.0.7", family: 4 }]);

describe("a lead pushed to a broker's system", () => {
  test("is signed so that the receiver's library accepts it, with the delivery's id on every repeat", async () => {
    const clock = createClock();
    const client = clientFor({ headers: { "X-Source": "website" } }, clock);
    expect(await push(client)).toEqual({ state: "delivered", reason: null });
    clock.advance(60_000);
    await push(client);
    expect(crm.seen).toHaveLength(2);
    for (const { headers, body: received } of crm.seen) {
      expect(new Webhook(secret).verify(received, headers)).toMatchObject({ type: "lead.created" });
      expect(headers).toMatchObject({
        "webhook-id": "delivery_1",
        "x-source": "website",
        "content-type": "application/json",
      });
    }
    expect(crm.seen[0]?.body).toBe(crm.seen[1]?.body);
    expect(crm.seen[0]?.headers["webhook-timestamp"]).not.toBe(crm.seen[1]?.headers["webhook-timestamp"]);
  });

  test("is not accepted when a byte of it, its id or its time was changed on the way", async () => {
    await push(clientFor({}));
    const { headers, body: received } = crm.seen[0]!;
    const verify =
      (changed: Record<string, string>, text = received) =>
      () =>
        new Webhook(secret).verify(text, { ...headers, ...changed });
    expect(verify({})).not.toThrow();
    expect(verify({}, received.replace("Jo", "Jo "))).toThrow();
    expect(verify({ "webhook-id": "delivery_2" })).toThrow();
    expect(verify({ "webhook-timestamp": `${Number(headers["webhook-timestamp"]) + 1}` })).toThrow();
  });

  test("R6: tells what was asked, chosen and shown, and no id of the marketplace", () => {
    const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> };
    expect(type).toBe("lead.created");
    expect(data).toMatchObject({
      reference: "LL-7K3F9Q",
      contact: { name: "Jo Smith", email: "jo@example.com" },
      options: [{ type: "Falcon 2000", price: { amount: 143_000, currency: "EUR" }, priceShown: true }, {}],
    });
    expect(Object.keys(JSON.parse(leadErased(sampleLead(), "2026-12-02T00:00:00Z")).data as object)).toEqual([
      "id",
      "reference",
      "erasedAt",
    ]);
  });

  test.each([
    [200, "delivered", undefined],
    [204, "delivered", undefined],
    [301, "manual", undefined],
    [307, "manual", undefined],
    [400, "manual", undefined],
    [401, "blocked_creds", "probe"],
    [403, "blocked_creds", "probe"],
    [404, "manual", undefined],
    [408, "unknown", "backoff"],
    [409, "unknown", "backoff"],
    [410, "manual", undefined],
    [422, "manual", undefined],
    [429, "deferred", 7_000],
    [500, "unknown", "backoff"],
    [502, "unknown", "backoff"],
    [503, "deferred", 7_000],
    [504, "unknown", "backoff"],
  ])("a %i means %s", async (status, state, wait) => {
    crm.answer = (_request, response) => void response.writeHead(status, { "Retry-After": "7" }).end();
    const outcome = await push(clientFor({}));
    expect(outcome.state).toBe(state);
    expect("wait" in outcome ? outcome.wait : undefined).toBe(wait);
    expect(crm.seen).toHaveLength(1);
  });

  test("a Retry-After may be a date, and is left aside where it is neither", async () => {
    const clock = createClock();
    let retryAfter = new Date(Math.ceil(clock.now() / 1000) * 1000 + 30_000).toUTCString();
    crm.answer = (_request, response) => void response.writeHead(429, { "Retry-After": retryAfter }).end();
    const wait = async () => ((await push(clientFor({}, clock))) as { wait: unknown }).wait;
    expect(await wait()).toBeGreaterThan(29_000);
    expect(await wait()).toBeLessThan(32_000);
    retryAfter = "soon";
    expect(await wait()).toBe("backoff");
  });

  test("may have arrived where the line breaks, and has surely not where nobody listens", async () => {
    crm.answer = (_request, response) => void response.destroy();
    expect(await push(clientFor({}))).toMatchObject({ state: "unknown", reason: "ambiguous" });
    const entry = { ...CrmConfig.parse({ url: "https://crm.example/", secret }), url: "https://crm.example:1/" };
    const nobody = createCrmClient(entry, { fetch: crm.fetch(), clock: createClock(), createGuid: randomUUID });
    expect(await push(nobody)).toMatchObject({ state: "deferred", reason: "unsent" });
  });

  test("does not leave for an address that is not open, and says so", async () => {
    const entry = CrmConfig.parse({ url: "https://crm.example/", secret });
    const client = createCrmClient(entry, {
      fetch: crm.fetch(toPrivate),
      clock: createClock(),
      createGuid: randomUUID,
    });
    expect(await push(client)).toMatchObject({ state: "deferred", reason: "address-refused" });
  });
});

describe("a system behind OAuth", () => {
  const auth = { tokenUrl: "https://login.example/token", clientId: "client:1", clientSecret: "s3cret &+" };

  test("is asked for one token however many leads want one", async () => {
    grant();
    const client = clientFor({ auth: { ...auth, scope: "leads write" } });
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => push(client, `delivery_${index}`)));
    expect(outcomes.every(({ state }) => state === "delivered")).toBe(true);
    expect(paths().filter((path) => path === "/token")).toHaveLength(1);
    const [{ headers, body: form }] = crm.seen as [CrmServer["seen"][number]];
    expect(headers["authorization"]).toBe(`Basic ${btoa("client%3A1:s3cret+%26%2B")}`);
    expect(form).toBe("grant_type=client_credentials&scope=leads+write");
  });

  test.each([
    [3600, 3_539_000, 3_541_000],
    ["3600", 3_539_000, 3_541_000],
    [undefined, 3_539_000, 3_541_000],
    ["soon", 3_539_000, 3_541_000],
    [60, 29_000, 31_000],
  ])("renews a token of %j s before it ends", async (seconds, still, renewed) => {
    grant({ seconds });
    const clock = createClock();
    const client = clientFor({ auth }, clock);
    const start = clock.now();
    for (const at of [0, still, renewed]) {
      clock.advance(start + at - clock.now());
      await push(client);
    }
    expect(bearers()).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  });

  test("drops a token that is refused and tries once with a new one", async () => {
    grant({ isGood: (token) => token === "token-2" });
    expect(await push(clientFor({ auth }))).toEqual({ state: "delivered", reason: null });
    expect(paths()).toEqual(["/token", "/hooks/leads", "/token", "/hooks/leads"]);
  });

  test("is probed later where the new token is refused as well", async () => {
    grant({ isGood: () => false });
    expect(await push(clientFor({ auth }))).toMatchObject({
      state: "blocked_creds",
      counts: false,
      lane: "credentials",
    });
    expect(bearers()).toHaveLength(2);
  });

  test.each([
    [400, "blocked_creds", "token-refused"],
    [401, "blocked_creds", "token-refused"],
    [429, "deferred", "token-limited"],
    [500, "deferred", "token-unavailable"],
    [302, "deferred", "token-unavailable"],
  ])("gets no lead where its token endpoint says %i", async (status, state, reason) => {
    grant({ status });
    expect(await push(clientFor({ auth }))).toMatchObject({ state, reason });
    expect(paths()).toEqual(["/token"]);
  });

  test("gets no lead where the token cannot be read, and none is lost in doubt", async () => {
    crm.answer = (_request, response) => void response.writeHead(200).end("<html>login</html>");
    expect(await push(clientFor({ auth }))).toMatchObject({ state: "deferred", reason: "unsent" });
    crm.answer = (_request, response) => void response.destroy();
    expect(await push(clientFor({ auth }))).toMatchObject({ state: "deferred", reason: "unsent" });
  });
});

describe("Avionté (seed 003)", () => {
  const { subscriptionKey, tenant, clientId, clientSecret } = avionteAccount;
  const preset = {
    preset: "avionte",
    auth: { tokenUrl: "https://login.example/token", clientId, clientSecret },
    headers: { "Ocp-Apim-Subscription-Key": subscriptionKey, Tenant: tenant },
  };

  test("takes our token request and our call exactly as it asks for them", async () => {
    const clock = createClock();
    const avionte = serveAvionte(crm, clock);
    expect(await push(clientFor(preset, clock))).toEqual({ state: "delivered", reason: null });
    const [token] = avionte.tokens;
    expect(token?.headers).toMatchObject({
      "content-type": "application/x-www-form-urlencoded",
      "ocp-apim-subscription-key": subscriptionKey,
    });
    expect(token?.headers).not.toHaveProperty("tenant");
    expect(token?.headers).not.toHaveProperty("authorization");
    const [call] = avionte.calls;
    expect(call?.headers).toMatchObject({
      tenant,
      "ocp-apim-subscription-key": subscriptionKey,
      authorization: "Bearer avionte-token-1",
    });
    expect(call?.headers["requestid"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test("gives a token for an hour: 59 minutes on it is renewed before it is refused", async () => {
    const clock = createClock();
    const avionte = serveAvionte(crm, clock);
    const client = clientFor(preset, clock);
    for (let minute = 0; minute < 180; minute += 1) {
      expect((await push(client)).state).toBe("delivered");
      clock.advance(60_000);
    }
    expect(avionte.tokens).toHaveLength(4);
    expect(avionte.calls).toHaveLength(180);
  });

  test("withdraws a token before its time: the lead arrives all the same", async () => {
    const avionte = serveAvionte(crm, createClock());
    const client = clientFor(preset);
    await push(client);
    avionte.withdrawTokens();
    expect((await push(client)).state).toBe("delivered");
    expect(avionte.tokens).toHaveLength(2);
  });

  test("names each request anew, and an answer to another one proves nothing", async () => {
    const avionte = serveAvionte(crm, createClock());
    const client = clientFor(preset);
    avionte.echo = (requestId) => requestId.toUpperCase();
    expect((await push(client)).state).toBe("delivered");
    avionte.echo = () => randomUUID();
    expect(await push(client)).toMatchObject({ state: "unknown", reason: "request-id-differs" });
    avionte.echo = () => null;
    expect(await push(client)).toEqual({ state: "manual", reason: "request-id-missing" });
    expect(new Set(avionte.calls.map(({ headers }) => headers["requestid"])).size).toBe(3);
    expect(new Set(avionte.calls.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set(["delivery_1"]));
  });

  test.each([
    ["subscription key", { headers: { ...preset.headers, "Ocp-Apim-Subscription-Key": "wrong" } }, "token-refused"],
    ["client secret", { auth: { ...preset.auth, clientSecret: "wrong" } }, "token-refused"],
    ["scope", { auth: { ...preset.auth, scope: "other" } }, "token-refused"],
    ["tenant", { headers: { ...preset.headers, Tenant: "wrong" } }, "http-401"],
  ])("refuses a wrong %s, and the lead waits for a right one", async (_what, changes, reason) => {
    serveAvionte(crm, createClock());
    expect(await push(clientFor({ ...preset, ...changes }))).toMatchObject({ state: "blocked_creds", reason });
  });
});

test("R8: what comes of a push never says a secret, a token or a person", async () => {
  const outcomes: unknown[] = [];
  const canary = {
    clientId: "canary-client",
    clientSecret: "canary-secret",
    tokenUrl: "https://login.example/canary-path",
  };
  const client = clientFor({ auth: canary, headers: { "X-Key": "canary-key" } });
  for (const status of [200, 400, 401, 429, 500]) {
    crm.answer = (_request, response) =>
      void response
        .writeHead(status)
        .end(JSON.stringify({ access_token: "canary-token", error: "canary-error jo@example.com" }));
    outcomes.push(await push(client));
  }
  crm.answer = (_request, response) => void response.destroy();
  outcomes.push(await push(client));
  expect(JSON.stringify(outcomes)).not.toMatch(/canary|jo@/i);
});
