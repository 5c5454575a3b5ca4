import { Problem } from "@liftline/schema";
import { Hono } from "hono";
import { beforeEach, describe, expect, test } from "vitest";
import { createTestApp, demoEmbedKey, demoOrigin, secondBroker, type TestApp } from "../../test/harness.ts";
import { systemClock } from "../clock.ts";
import { parseAddressBlock } from "./client-address.ts";
import type { AppEnv } from "./context.ts";
import { createGate } from "./gate.ts";
import { createErrorHandler } from "./problem-response.ts";
import { createRateLimits, type RateLimit } from "./rate-limits.ts";
import { requestLog } from "./request-log.ts";

function limitsOf(limit: RateLimit): Parameters<typeof createRateLimits>[0] {
  return { lookups: limit, searches: limit, leads: limit, photos: limit, notifications: limit, guesses: limit };
}

/** `https://www.demo-charter.example`, spelled in ways that are not it. */
const otherOrigins = [
  "null",
  "",
  "*",
  "undefined",
  "https://",
  "file://",
  "about:blank",
  "data:",
  "http://www.demo-charter.example",
  "HTTPS://www.demo-charter.example",
  "https://WWW.demo-charter.example",
  "https://www.Demo-Charter.example",
  "https://www.demo-charter.EXAMPLE",
  "https://www.demo-charter.example/",
  "https://www.demo-charter.example/page",
  "https://www.demo-charter.example?",
  "https://www.demo-charter.example#",
  "https://www.demo-charter.example:443",
  "https://www.demo-charter.example:8443",
  "https://www.demo-charter.example:80",
  "https://www.demo-charter.example:",
  "https://www.demo-charter.example.",
  "https://www.demo-charter.example..",
  "https://.www.demo-charter.example",
  "https://demo-charter.example",
  "https://example",
  "https://sub.www.demo-charter.example",
  "https://www.sub.demo-charter.example",
  "https://www.demo-charter.example.evil.example",
  "https://www.demo-charter.example-evil.example",
  "https://evil-www.demo-charter.example",
  "https://evilwww.demo-charter.example",
  "https://wwwxdemo-charter.example",
  "https://www.demo-charter.examples",
  "https://www.demo-charter.exampl",
  "https://www-demo-charter.example",
  "https://evil.example/www.demo-charter.example",
  "https://evil.example?https://www.demo-charter.example",
  "https://evil.example#https://www.demo-charter.example",
  "https://www.demo-charter.example@evil.example",
  "https://user@www.demo-charter.example",
  "https://user:word@www.demo-charter.example",
  "https://www.demo-charter.example%00.evil.example",
  "https://www.demo-charter.example%2eevil.example",
  "https://www.demo-charter.example%20",
  "https://www%2edemo-charter.example",
  "https://www.demo-charter.example\\evil.example",
  "https://www.demo-charter.example, https://evil.example",
  "https://evil.example, https://www.demo-charter.example",
  "https://www.demo-charter.example https://evil.example",
  "https:/www.demo-charter.example",
  "https:www.demo-charter.example",
  "//www.demo-charter.example",
  "www.demo-charter.example",
  "https://www.xn--demo-charter.example",
  "https://www.xn--demo-chrter-2nf.example",
  "https://xn--www-demo-charter.example",
  "wss://www.demo-charter.example",
  "ftp://www.demo-charter.example",
  "chrome-extension://www.demo-charter.example",
  "capacitor://localhost",
  "https://localhost",
  "http://localhost:8787",
  "https://127.0.0.1",
  "https://[::1]",
];

/** The gate before a handler that counts how often it was reached. */
async function createGuarded(overrides: { trustedProxies?: string[]; origins?: string[] } = {}) {
  const { dependencies } = await createTestApp();
  let handled = 0;
  const limits = { count: 2, windowMs: 60_000 };
  const origins = overrides.origins ?? [demoOrigin];
  const broker = { ...dependencies.brokers.all[0]!, origins };
  const app = new Hono<AppEnv>();
  app.onError(createErrorHandler(dependencies.log));
  app.use(requestLog(dependencies));
  app.use(
    "/",
    createGate(
      {
        brokers: { ...dependencies.brokers, findByEmbedKey: (key) => (key === demoEmbedKey ? broker : undefined) },
        rateLimits: createRateLimits(limitsOf(limits), systemClock),
        trustedProxies: (overrides.trustedProxies ?? []).map((text) => parseAddressBlock(text)!),
      },
      "searches",
    ),
  );
  app.all("/", (context) => {
    handled += 1;
    return context.text(context.get("broker").id);
  });
  return { app, handled: () => handled };
}

function headers(changes: Record<string, string | null> = {}): Headers {
  const all = { origin: demoOrigin, "x-embed-key": demoEmbedKey, "content-type": "application/json", ...changes };
  const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return new Headers(kept);
}

async function codeOf(response: Response): Promise<string> {
  return Problem.parse(await response.json()).code;
}

async function ask(guarded: Awaited<ReturnType<typeof createGuarded>>, remoteAddress: string, forwarded?: string) {
  const changes = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const bindings = { incoming: { socket: { remoteAddress } } };
  return guarded.app.request("/", { headers: headers(changes) }, bindings);
}

/** Asks for more than it will get. */
function preflight(origin: string): RequestInit {
  const requested = { "access-control-request-method": "POST", "access-control-request-headers": "x-embed-key,x-evil" };
  return { method: "OPTIONS", headers: { origin, ...requested } };
}

describe("the gate", () => {
  test("the broker's own page comes in, and may read the answer", async () => {
    const { app, handled } = await createGuarded();
    const response = await app.request("/", { headers: headers() });
    expect(await response.text()).toBe("demo");
    expect(handled()).toBe(1);
    expect(response.headers.get("access-control-allow-origin")).toBe(demoOrigin);
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("vary")).toBe("Origin");
  });

  test.each(otherOrigins)("the origin %j is another one: 403, and no handler runs", async (origin) => {
    const { app, handled } = await createGuarded();
    const response = await app.request("/", { headers: headers({ origin }) });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(response.headers.get("vary")).toBe("Origin");
    expect(await codeOf(response)).toBe("origin.refused");
    expect(handled()).toBe(0);
  });

  test("no origin at all is refused", async () => {
    const { app, handled } = await createGuarded();
    const response = await app.request("/", { headers: headers({ origin: null }) });
    expect([response.status, handled()]).toEqual([403, 0]);
  });

  test.each([null, "", "pk_unknown", "PK_DEMO", " pk_demo x", "__proto__"])(
    "the embed key %j is nobody's: 403, and no handler runs",
    async (key) => {
      const { app, handled } = await createGuarded();
      const response = await app.request("/", { headers: headers({ "x-embed-key": key }) });
      expect(response.status).toBe(403);
      expect(await codeOf(response)).toBe("embed-key.unknown");
      expect(handled()).toBe(0);
    },
  );

  test("another broker's origin does not open this broker's key", async () => {
    const { app, handled } = await createGuarded();
    const response = await app.request("/", { headers: headers({ origin: secondBroker.origins[0]! }) });
    expect([response.status, handled()]).toEqual([403, 0]);
  });

  test("a same-origin GET without an origin stands for the backend's own, if that is listed", async () => {
    const sameOrigin = headers({ origin: null, "sec-fetch-site": "same-origin" });
    const listed = await createGuarded({ origins: ["http://localhost"] });
    expect((await listed.app.request("/", { headers: sameOrigin })).status).toBe(200);
    const unlisted = await createGuarded();
    expect((await unlisted.app.request("/", { headers: sameOrigin })).status).toBe(403);
    for (const site of ["same-site", "cross-site", "none"]) {
      const other = headers({ origin: null, "sec-fetch-site": site });
      expect((await listed.app.request("/", { headers: other })).status).toBe(403);
    }
    expect([listed.handled(), unlisted.handled()]).toEqual([1, 0]);
  });

  test("behind TLS, only a trusted proxy may say that the page was https", async () => {
    const origins = ["https://localhost"];
    const forwarded = headers({ origin: null, "sec-fetch-site": "same-origin", "x-forwarded-proto": "https" });
    const from = { incoming: { socket: { remoteAddress: "10.1.2.3" } } };
    const trusting = await createGuarded({ origins, trustedProxies: ["10.0.0.0/8"] });
    expect((await trusting.app.request("/", { headers: forwarded }, from)).status).toBe(200);
    const other = await createGuarded({ origins });
    expect((await other.app.request("/", { headers: forwarded }, from)).status).toBe(403);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "text/json"])(
    "a body of type %j is refused before any handler: 415",
    async (type) => {
      const { app, handled } = await createGuarded();
      const init = { method: "POST", headers: headers({ "content-type": type }), body: "{}" };
      const response = await app.request("/", init);
      expect([response.status, await codeOf(response), handled()]).toEqual([415, "request.unsupported-type", 0]);
    },
  );

  test.each([
    ["application/json;charset=iso-8859-1", null],
    ["application/jsonp", null],
    ["application/json, text/plain", null],
    ["application/json", "gzip"],
  ])("a body of type %j, encoded by %j, is refused: 415", async (type, encoding) => {
    const { app, handled } = await createGuarded();
    const changes = { "content-type": type, "content-encoding": encoding };
    const response = await app.request("/", { method: "POST", headers: headers(changes), body: "{}" });
    expect([response.status, handled()]).toEqual([415, 0]);
  });
});

describe("a preflight", () => {
  let backend: TestApp;
  beforeEach(async () => {
    backend = await createTestApp();
  });
  test.each([demoOrigin, "https://second-charter.example"])(
    "of any broker's origin (%s) is answered without an embed key, with fixed headers and methods",
    async (origin) => {
      const response = await backend.app.request("/leads", preflight(origin));
      expect(response.status).toBe(204);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "access-control-allow-origin": origin,
        "access-control-allow-headers": "Content-Type, Idempotency-Key, X-Embed-Key",
        "access-control-allow-methods": "GET, POST",
        "access-control-max-age": "600",
        vary: "Origin",
      });
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    },
  );

  test.each(["https://evil.example", "null"])("of %s is refused", async (origin) => {
    const response = await backend.app.request("/leads", preflight(origin));
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("without its header is no preflight", async () => {
    const response = await backend.request("/leads", { method: "OPTIONS" });
    expect(response.status).toBe(405);
  });
});

describe("the allowance", () => {
  test("is counted by address: the third is told when to come back", async () => {
    const guarded = await createGuarded();
    await ask(guarded, "192.0.2.1");
    await ask(guarded, "192.0.2.1");
    const third = await ask(guarded, "192.0.2.1");
    expect([third.status, await codeOf(third)]).toEqual([429, "rate.limited"]);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(50);
    expect((await ask(guarded, "192.0.2.2")).status).toBe(200);
    expect(guarded.handled()).toBe(3);
  });

  test("cannot be stretched by inventing forwarded addresses", async () => {
    const guarded = await createGuarded();
    const statuses = [];
    for (let index = 0; index < 20; index += 1) {
      statuses.push((await ask(guarded, "192.0.2.1", `203.0.113.${index}`)).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
  });

  test("is one for a /64 and for every spelling of an address", async () => {
    for (const spellings of [
      ["2001:db8:1:2::1", "2001:db8:1:2:ffff::", "2001:DB8:1:2:0:0:0:9", "2001:0db8:0001:0002:a:b:c:d"],
      ["192.0.2.7", "::ffff:192.0.2.7", "::FFFF:C000:207", "0:0:0:0:0:ffff:192.0.2.7"],
    ]) {
      const guarded = await createGuarded();
      for (const address of spellings) await ask(guarded, address);
      expect(guarded.handled()).toBe(2);
    }
  });

  test("behind a trusted proxy is the client's, read from the right", async () => {
    const guarded = await createGuarded({ trustedProxies: ["10.0.0.0/8"] });
    for (let index = 0; index < 10; index += 1) {
      await ask(guarded, "10.0.0.1", `198.51.100.${index}, 203.0.113.9, 10.0.0.2`);
    }
    expect(guarded.handled()).toBe(2);
    expect((await ask(guarded, "10.0.0.1", "203.0.113.10")).status).toBe(200);
  });
});
