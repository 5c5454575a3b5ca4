import { describe, expect, test } from "vitest";
import {
  answer,
  createMarketplace,
  failureOf,
  leadBody,
  luton,
  refusal,
  searchBody,
  type Reply,
} from "../../test/marketplace.ts";
import { createAuth } from "./auth.ts";

const oauth = { kind: "clientCredentials", clientId: "client:1", clientSecret: "s3cret &+", method: "post" } as const;
const search = { filter: "lut" };

function grant(number: number, seconds: unknown = 1799): Response {
  return Response.json({ access_token: `token-${number}`, expires_in: seconds, token_type: "Bearer" });
}

/** Grants token-1, token-2 … and answers everything else with `reply`. */
function createWithOauth(
  reply: Reply = () => answer([luton]),
  options: { method?: "basic" | "post"; seconds?: unknown } = {},
) {
  let grants = 0;
  const { method = "post", seconds } = options;
  return createMarketplace(
    (seen, index) => {
      if (seen.url.pathname !== "/api/oauth/token") return reply(seen, index);
      grants += 1;
      return grant(grants, seconds);
    },
    { auth: { ...oauth, method } },
  );
}

describe("a connection with an OAuth client", () => {
  test("gets its token once for many calls, with the client in the body", async () => {
    const { client, seen } = createWithOauth();
    await Promise.all(Array.from({ length: 4 }, () => client.airports.search(search)));
    expect(seen.map(({ url }) => url.pathname)).toEqual([
      "/api/oauth/token",
      ...Array<string>(4).fill("/api/airports/search"),
    ]);
    const [token, ...calls] = seen;
    expect(Object.fromEntries(new URLSearchParams(token!.body))).toEqual({
      grant_type: "client_credentials",
      client_id: "client:1",
      client_secret: "s3cret &+",
      expiresInMinutes: "30",
    });
    expect(token!.headers.get("Content-Type")).toBe("application/x-www-form-urlencoded");
    expect(token!.headers.get("Authorization")).toBeNull();
    for (const { headers } of calls) expect(headers.get("Authorization")).toBe("Bearer token-1");
  });

  test("or with the client in the header, both halves form-encoded", async () => {
    const { client, seen } = createWithOauth(undefined, { method: "basic" });
    await client.airports.search(search);
    const { headers, body } = seen[0]!;
    expect(headers.get("Authorization")).toBe(`Basic ${btoa("client%3A1:s3cret+%26%2B")}`);
    expect(body).toBe("grant_type=client_credentials&expiresInMinutes=30");
  });

  test("R14: the token call carries the marketplace's headers too", async () => {
    const { client, seen } = createWithOauth();
    await client.airports.search(search);
    for (const name of ["ApiToken", "ApiVersion", "Product", "SentTimestamp"]) {
      expect(seen[0]!.headers.has(`X-Avinode-${name}`)).toBe(true);
    }
  });

  test.each([
    [1799, 1_738_000, 1_740_000],
    ["1799", 1_738_000, 1_740_000],
    [undefined, 1_738_000, 1_741_000],
    [40, 19_000, 21_000],
    [-5, 400, 600],
    [1e12, 7_139_000, 7_141_000],
  ])("renews a token of %j s before it ends", async (seconds, still, renewed) => {
    const { client, seen, time } = createWithOauth(undefined, { seconds });
    const startedAt = time.clock.now();
    for (const at of [0, still, renewed]) {
      time.advance(startedAt + at - time.clock.now());
      await time.run(client.airports.search(search));
    }
    const bearers = seen
      .filter(({ url }) => url.pathname.endsWith("search"))
      .map(({ headers }) => headers.get("Authorization"));
    expect(bearers).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  });

  test("replaces a token that is refused, once", async () => {
    const { client, seen } = createWithOauth(({ headers }) =>
      headers.get("Authorization") === "Bearer token-2" ? answer([luton]) : refusal(401),
    );
    expect(await client.airports.search(search)).toHaveLength(1);
    expect(seen).toHaveLength(4);
  });

  test("says so when the new token is refused as well", async () => {
    const { client, seen } = createWithOauth(() => refusal(401));
    expect(await failureOf(client.searches.create(searchBody, { fields: [] }))).toMatchObject({
      reason: "credentials",
      status: 401,
    });
    expect(seen.filter(({ url }) => url.pathname === "/api/searches")).toHaveLength(2);
  });

  test("R12: a lead is not sent again for a refused token, but the next one has a new token", async () => {
    const { client, seen } = createWithOauth(({ headers }) =>
      headers.get("Authorization") === "Bearer token-2" ? answer({ id: "alead-1" }) : refusal(401),
    );
    expect(await failureOf(client.leads.create(leadBody))).toMatchObject({ reason: "credentials" });
    expect((await client.leads.create(leadBody)).id).toBe("alead-1");
    expect(seen.filter(({ url }) => url.pathname === "/api/leads")).toHaveLength(2);
  });

  test("a caller who hangs up does not end the renewal that others wait for", async () => {
    const abort = new AbortController();
    const { client } = createMarketplace(
      ({ url }) => {
        abort.abort();
        return url.pathname === "/api/oauth/token" ? grant(1) : answer([luton]);
      },
      { auth: oauth },
    );
    const hasty = failureOf(client.airports.search({ ...search, signal: abort.signal }));
    const calm = client.airports.search(search);
    expect(await hasty).toMatchObject({ reason: "aborted", sent: false });
    expect(await calm).toHaveLength(1);
  });
});

describe("a token that cannot be had", () => {
  const refused: [string, () => Response][] = [
    ["400", () => Response.json({ error: "invalid_client" }, { status: 400 })],
    ["401", () => refusal(401)],
    ["403", () => refusal(403)],
  ];
  test.each(refused)("is refused credentials after a %s, and not asked for again for a while", async (_, reply) => {
    const { client, seen, time } = createMarketplace(reply, { auth: oauth });
    const lead = await failureOf(client.leads.create(leadBody));
    expect(lead).toMatchObject({ operation: "token", reason: "credentials", sent: false, effect: "none" });
    expect(await failureOf(client.leads.create(leadBody))).toMatchObject({
      reason: "credentials",
      retryAfterMs: 60_000,
    });
    expect(seen).toHaveLength(1);
    time.advance(60_000);
    await failureOf(client.leads.create(leadBody));
    expect(seen).toHaveLength(2);
  });

  const broken: [string, () => Response | Promise<Response>, object][] = [
    ["500", () => refusal(500), { reason: "unavailable" }],
    ["HTML under a 200", () => new Response("<html>"), { reason: "unavailable" }],
    ["an empty token", () => Response.json({ access_token: "" }), { reason: "unavailable" }],
    ["a token with a line break", () => Response.json({ access_token: "CANARY\r\nX: y" }), { reason: "unavailable" }],
    ["429", () => refusal(429, { headers: { "X-Rate-Limit-Reset": "1" } }), { reason: "limited", retryAfterMs: 1000 }],
    [
      "a refused connection",
      () => Promise.reject(new TypeError("", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) })),
      { reason: "unsent" },
    ],
  ];
  test.each(broken)(
    "R12: after %s it is asked for three times, and the lead has not left us",
    async (_, reply, expected) => {
      const { client, seen, time } = createMarketplace(reply, { auth: oauth });
      const lead = await time.run(failureOf(client.leads.create(leadBody)));
      expect(lead).toMatchObject({ operation: "token", sent: false, effect: "none", ...expected });
      expect(seen.map(({ url }) => url.pathname)).toEqual(Array(3).fill("/api/oauth/token"));
      expect(seen[2]!.at - seen[1]!.at).toBeGreaterThan(seen[1]!.at);
    },
  );
});

test("where calls must not wait for each other, one whose request has ended holds up nobody", async () => {
  let asked = 0;
  const auth = createAuth(oauth, {
    clock: { now: () => 0 },
    coalesces: false,
    // Of the first request nothing is left that could answer it (Workers).
    fetchToken: () => {
      asked += 1;
      const token = `token-${asked}`;
      return asked === 1 ? new Promise(() => undefined) : Promise.resolve({ token, validForMs: 3_600_000 });
    },
  });
  void auth.token();
  expect(await auth.token()).toBe("token-2");
  expect(await auth.token()).toBe("token-2");
  expect(asked).toBe(2);
});
