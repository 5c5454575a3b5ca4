import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, leadBody, luton, refusal, searchBody } from "../../test/marketplace.ts";

describe("every call", () => {
  const calls = {
    "airports.search": (client: ReturnType<typeof createMarketplace>["client"]) =>
      client.airports.search({ filter: "lut" }),
    "airports.read": (client: ReturnType<typeof createMarketplace>["client"]) => client.airports.read("aport-1"),
    "searches.create": (client: ReturnType<typeof createMarketplace>["client"]) =>
      client.searches.create(searchBody, { fields: [] }),
    "leads.create": (client: ReturnType<typeof createMarketplace>["client"]) => client.leads.create(leadBody),
  };

  test.each(Object.entries(calls))("R14, R5: %s carries every required header", async (operation, call) => {
    const { client, seen } = createMarketplace(() => answer(operation === "airports.search" ? [luton] : luton), {
      actAsAccount: "johnsmith64",
    });
    await call(client);
    const { method, headers } = seen[0]!;
    expect(Object.fromEntries(headers)).toEqual({
      accept: "application/json",
      "accept-encoding": "gzip",
      authorization: "Bearer connection-token",
      "x-avinode-actasaccount": "johnsmith64",
      "x-avinode-apitoken": "api-token",
      "x-avinode-apiversion": "v1.0",
      "x-avinode-product": "Liftline v1.0",
      "x-avinode-senttimestamp": "2026-12-01T10:00:00.000Z",
      ...(method === "POST" ? { "content-type": "application/json" } : {}),
    });
  });

  test("the acting account is left out where there is none", async () => {
    const { client, seen } = createMarketplace(() => answer([]), { actAsAccount: null });
    await client.airports.search({ filter: "lut" });
    expect(seen[0]?.headers.has("X-Avinode-ActAsAccount")).toBe(false);
  });

  test("R14: the time stamp is made anew for each try, and after the wait in the queue", async () => {
    const { client, seen, time } = createMarketplace((_, index) => (index === 0 ? refusal(503) : answer([])), {
      rate: { perSecond: 0.5, burst: 1 },
    });
    await time.run(client.airports.search({ filter: "lut" }));
    const stamps = seen.map(({ headers }) => Date.parse(headers.get("X-Avinode-SentTimestamp") ?? ""));
    expect(stamps.map((stamp) => stamp - Date.UTC(2026, 11, 1, 10))).toEqual(seen.map(({ at }) => at));
    expect(seen.map(({ at }) => at)).toEqual([0, 2000]);
  });

  test("R9: text goes out escaped and arrives as it was written", async () => {
    const { client, seen } = createMarketplace(() => answer({ id: "alead-1" }));
    await client.leads.create(leadBody);
    expect(JSON.parse(seen[0]!.body)).toEqual(leadBody);
  });

  test("a redirect is not followed, so no credential reaches another host", async () => {
    const { client, seen } = createMarketplace(
      () => new Response(null, { status: 302, headers: { Location: "https://elsewhere.example/" } }),
    );
    expect(await failureOf(client.leads.create(leadBody))).toMatchObject({
      reason: "invalid",
      status: 302,
      sent: true,
    });
    expect(seen).toHaveLength(1);
  });

  test.each(["..", ".", "../oauth/token"])("the id %j cannot leave its folder", async (id) => {
    const { client, seen } = createMarketplace(() => answer(luton));
    await client.airports.read(id).catch(() => {});
    for (const { url } of seen) expect(url.pathname).toMatch(/^\/api\/airports\/[^/]+$/);
  });
});

describe("a client that is set up wrongly", () => {
  test.each([
    { baseUrl: "https://user:CANARY@marketplace.example/api" },
    { baseUrl: "https://marketplace.example/api?key=CANARY" },
    { baseUrl: "ftp://CANARY" },
    { baseUrl: "CANARY" },
    { product: "CANARY" },
    { product: "CANARY vNext" },
    { apiToken: "CANARY\r\nX: y" },
    { apiToken: "" },
    { actAsAccount: "CANARY\n" },
    { auth: { kind: "token", token: "CANARY ü" } as const },
  ])("R8: is refused at once and without being quoted: %j", (options) => {
    const build = () => createMarketplace(() => answer([]), options);
    expect(build).toThrow(TypeError);
    expect(build).not.toThrow("CANARY");
  });

  test("a slash at the end of the base URL makes no difference", async () => {
    const { client, seen } = createMarketplace(() => answer([]), { baseUrl: "https://marketplace.example/api/" });
    await client.airports.search({ filter: "lut" });
    expect(seen[0]?.url.pathname).toBe("/api/airports/search");
  });
});
