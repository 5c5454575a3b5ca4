import { brotliDecompressSync } from "node:zlib";
import { OptionsLeadRequest, SearchResponse } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { createTestApp, testBroker, testStart, type TestApp } from "../../test/harness.ts";

const trip = {
  legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }],
  currency: "EUR",
};

async function search(app: TestApp, change: Record<string, unknown> = {}): Promise<SearchResponse> {
  const response = await app.post("/searches", { ...trip, ...change });
  expect(response.status).toBe(200);
  return SearchResponse.parse(await response.json());
}

function from(code: string) {
  return { legs: [{ ...trip.legs[0], from: code, to: "LFPB", passengers: 1 }] };
}

describe("POST /searches", () => {
  test("answers what can fly, cheapest first, in the currency asked for", async () => {
    const app = await createTestApp();
    const { options, expiresAt, currency } = await search(app);
    const amounts = options.map(({ price }) => price?.amount ?? 0);
    expect(options.length).toBeGreaterThan(20);
    expect(amounts).toEqual(amounts.toSorted((one, other) => one - other));
    expect(new Set(options.map(({ price }) => price?.currency))).toEqual(new Set(["EUR"]));
    expect([expiresAt, currency]).toEqual(["2026-12-01T10:30:00Z", "EUR"]);
    expect(options.every(({ legs }) => legs.length === 1 && legs[0]?.from.code === "EGGW")).toBe(true);
  });

  test("R22: every option comes back as it was shown", async () => {
    const app = await createTestApp();
    const answer = await search(app);
    const contact = { name: "Jo Smith", email: "jo@example.com" };
    const broker = { id: "demo", environment: "sandbox" } as const;
    const opened = app.dependencies.sealing.openSearch(broker, answer.search);
    for (const option of answer.options) {
      const lead = OptionsLeadRequest.parse(
        JSON.parse(JSON.stringify({ search: answer.search, options: [option], contact })),
      );
      const [received] = lead.options;
      if (received) expect(app.dependencies.sealing.openOption(broker, opened, received).hitId).toMatch(/./);
    }
    expect(opened.request.legs[0]).toMatchObject({ from: "EGGW", passengers: 7 });
  });

  test("groups by type or category, as the search or the broker's setting says", async () => {
    const app = await createTestApp({ config: { brokers: [{ ...testBroker, settings: { groupBy: "category" } }] } });
    const byCategory = await search(app);
    expect(new Set(byCategory.options.map(({ kind, type }) => [kind, type].join()))).toEqual(new Set(["category,"]));
    expect(new Set(byCategory.options.map(({ category }) => category)).size).toBe(byCategory.options.length);
    const byType = await search(app, { groupBy: "type" });
    expect(byType.options.length).toBeGreaterThan(byCategory.options.length);
    expect(byType.options.some(({ price, aircraftCount }) => aircraftCount > 1 && price?.amountTo)).toBe(true);
  });

  test("R22: where the broker hides prices, none leaves, and each is sealed for the lead", async () => {
    const app = await createTestApp({ config: { brokers: [{ ...testBroker, settings: { prices: "hidden" } }] } });
    const answer = await search(app);
    expect(answer.options.every(({ price }) => price === null)).toBe(true);
    const broker = { id: "demo", environment: "sandbox" } as const;
    const amounts = answer.options.map(
      (option) => app.dependencies.sealing.openOption(broker, { token: answer.search }, option).price?.amount ?? 0,
    );
    expect(Math.min(...amounts)).toBeGreaterThan(0);
    expect(amounts).toEqual(amounts.toSorted((one, other) => one - other));
  });

  test("narrows by category", async () => {
    const { options } = await search(await createTestApp(), { categories: ["heavy JET"] });
    expect(new Set(options.map(({ category }) => category))).toEqual(new Set(["Heavy jet"]));
  });

  test("says which times are open", async () => {
    const legs = [{ ...trip.legs[0], time: null }];
    const { options } = await search(await createTestApp(), { legs });
    expect(options.every((option) => option.legs.every(({ timeToBeDecided }) => timeToBeDecided))).toBe(true);
  });

  test("may not be stored by anybody, and comes compressed", async () => {
    const app = await createTestApp();
    const response = await app.post("/searches", trip, { "accept-encoding": "gzip, br" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("vary")).toBe("Origin, Accept-Encoding");
    expect(response.headers.get("content-encoding")).toBe("br");
    const text = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(SearchResponse.parse(JSON.parse(text)).options.length).toBeGreaterThan(20);
  });

  test("R16: calls the marketplace once, and not at all for a trip that cannot be", async () => {
    const app = await createTestApp();
    await search(app);
    expect(callsOf(app)).toBe(1);
    const past = await app.post("/searches", { legs: [{ ...trip.legs[0], date: "2026-11-29" }] });
    expect([past.status, await past.json()]).toMatchObject([
      400,
      { code: "request.invalid", errors: [{ path: "legs.0.date" }] },
    ]);
    const odd = await app.post("/searches", { ...trip, includeUnavailable: true });
    expect([odd.status, await odd.json()]).toMatchObject([400, { errors: [{ path: "includeUnavailable" }] }]);
    expect(callsOf(app)).toBe(1);
  });

  test("R2: two searches for the same trip share nothing that could join them", async () => {
    const app = await createTestApp();
    const answers = [await search(app), await search(app)];
    const tokens = answers.flatMap(({ search: token, options }) => [
      token,
      ...options.map((option) => option.token),
      ...new Set(options.flatMap(({ photos }) => photos.map(({ url }) => url))),
    ]);
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  test("shows photos from our own address", async () => {
    const app = await createTestApp();
    const { options } = await search(app);
    const url = options[0]?.photos[0]?.url ?? "";
    const response = await app.app.request(url);
    expect([response.status, response.headers.get("content-type")]).toMatchObject([
      200,
      expect.stringMatching(/^image/),
    ]);
  });
});

describe("R10: when the marketplace", () => {
  test.each([
    ["takes no more calls", "ZZL9", 503, "marketplace.limited"],
    ["takes no more calls, the old way", "ZZL3", 503, "marketplace.limited"],
    ["does not know our token", "ZZA1", 502, "marketplace.refused"],
    ["forbids it", "ZZA3", 502, "marketplace.refused"],
    ["fails", "ZZF0", 503, "marketplace.unavailable"],
    ["is busy", "ZZF3", 503, "marketplace.unavailable"],
    ["is down", "ZZF4", 503, "marketplace.unavailable"],
    ["hangs up", "ZZCC", 503, "marketplace.unavailable"],
    ["stops half way", "ZZCT", 502, "marketplace.unreadable"],
    ["answers with a page", "ZZHT", 502, "marketplace.unreadable"],
    ["hides errors under a 200", "ZZSE", 502, "marketplace.refused"],
  ])("%s, the visitor is told so in our words", async (_, code, status, problem) => {
    const app = await createTestApp();
    const response = await app.post("/searches", { ...trip, ...from(code) });
    expect([response.status, await response.json()]).toMatchObject([status, { code: problem }]);
    if (status === 503) expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(app.dependencies.clock.now()).toBeLessThan(testStart + 60_000);
  });

  test("does not know an airport, the field is named", async () => {
    const app = await createTestApp();
    const legs = [{ ...trip.legs[0] }, { ...trip.legs[0], from: "KTEB", to: "QQQQ", date: "2026-12-14" }];
    const response = await app.post("/searches", { legs });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { code: "airport.unknown", errors: [{ path: "legs.1.to" }] },
    ]);
  });

  test("R11: writes numbers as text and breaks every fifth hit, the others are shown", async () => {
    const app = await createTestApp();
    const { options } = await search(app, from("ZZDD"));
    expect(options.length).toBeGreaterThan(4);
    expect(app.logLines).toContainEqual(expect.objectContaining({ event: "search.hits-unreadable", brokerId: "demo" }));
  });

  test.each([
    ["has nothing", "ZZN0", 0],
    ["has one hit", "ZZN1", 1],
    ["has three hundred", "ZZN3", 300],
  ])("%s, so many are shown", async (_, code, count) => {
    const app = await createTestApp();
    expect((await search(app, from(code))).options).toHaveLength(count);
  });
});

function callsOf({ marketplace }: TestApp): number {
  return marketplace.calls().filter(({ path }) => path.endsWith("/searches")).length;
}
