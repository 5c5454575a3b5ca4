import { OptionsLeadRequest, SearchResponse, type BrokerSettings, type Option } from "@liftline/schema";
import { describe, expect, test, vi } from "vitest";
import type { z } from "zod";
import { createTestApp, testBroker, type TestApp } from "../../test/harness.ts";

const trip = { legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }] };
const contact = { name: "Jo Smith", email: "jo@example.com" };
const owner = { id: "demo", environment: "sandbox" } as const;

type Settings = z.input<typeof BrokerSettings>;

function appOf(settings: Settings): Promise<TestApp> {
  return createTestApp({ config: { brokers: [{ ...testBroker, settings }] } });
}

async function search(app: TestApp, change: Record<string, unknown> = {}): Promise<SearchResponse & { text: string }> {
  const response = await app.post("/searches", { ...trip, ...change });
  expect(response.status).toBe(200);
  const text = await response.text();
  return { ...SearchResponse.parse(JSON.parse(text)), text };
}

/** What the same search finds where the broker has set nothing, and the same marketplace with other settings. */
async function searchBoth(settings: Settings): Promise<{ plain: SearchResponse; found: SearchResponse; app: TestApp }> {
  const app = await appOf(settings);
  return { plain: await search(await appOf({})), found: await search(app), app };
}

describe("what a broker offers", () => {
  test("is only the categories of its settings", async () => {
    const { found } = await searchBoth({ categories: ["Heavy jet", "Ultra long range"] });
    expect(new Set(found.options.map(({ category }) => category))).toEqual(new Set(["Heavy jet", "Ultra long range"]));
  });

  test("is only its own fleet", async () => {
    const { plain, found, app } = await searchBoth({ partnerships: ["No such list"] });
    expect([plain.options.length > 20, found.options.length]).toEqual([true, 0]);
    expect(app.logLines.filter(({ event }) => event === "search.hits-unreadable")).toEqual([]);
  });

  test("is only aircraft whose operators are rated high enough", async () => {
    const { plain, found } = await searchBoth({
      safety: { minimums: [{ standard: "ARGUS", level: "Platinum" }] },
    });
    const isRated = ({ aircraft }: Option) =>
      aircraft?.safetyRatings.some(({ standard, level }) => standard === "ARGUS" && level.startsWith("Platinum"));
    expect(found.options.length).toBe(plain.options.filter(isRated).length);
    expect(found.options.length).toBeGreaterThan(0);
    expect(found.options.every(isRated)).toBe(true);
  });

  test("is less where it excludes more", async () => {
    const plain = await search(await appOf({}));
    for (const exclusions of [{ ownerApproval: true }, { maxScheduleAgeDays: 5 }, { maxPositioningMinutes: 60 }]) {
      const { options } = await search(await appOf({ exclusions }));
      expect(options.length).toBeLessThan(plain.options.length);
    }
    const direct = await search(await appOf({ exclusions: { maxFuelStops: 0 } }), { maxFuelStops: 3 });
    expect(direct.options.every(({ legs }) => legs.every(({ fuelStops }) => fuelStops === 0))).toBe(true);
  });

  test("nothing left is an answer, not a failure", async () => {
    const app = await appOf({
      exclusions: { maxScheduleAgeDays: 1 },
      safety: { minimums: [{ standard: "BARS", level: "Gold" }] },
    });
    expect((await search(app)).options).toEqual([]);
  });

  test("a currency that is not offered is answered in the one that is", async () => {
    const app = await appOf({ currency: { default: "USD", offered: ["USD", "EUR"] } });
    expect([
      (await search(app, { currency: "SEK" })).currency,
      (await search(app, { currency: "EUR" })).currency,
    ]).toEqual(["USD", "EUR"]);
  });
});

describe("R22: a price is the same where it is shown, sealed and sent", () => {
  test("with a commission on the net price, which is not on top of the marketplace's", async () => {
    const percent = 20;
    const { plain, found, app } = await searchBoth({ commission: { from: "net", percent }, groupBy: "type" });
    const plainByType = await search(await appOf({ groupBy: "type" }));
    expect(plain.options.length).toBeGreaterThan(found.options.length);
    // The sandbox's connection has 5 % in its profile.
    for (const [index, option] of found.options.entries()) {
      const other = plainByType.options.find(
        ({ type, category }) => type === option.type && category === option.category,
      );
      expect(index >= 0 && other).toBeTruthy();
      const expected = ((other?.price?.amount ?? 0) / 1.05) * 1.2;
      expect(Math.abs((option.price?.amount ?? 0) - expected)).toBeLessThan(3);
    }
    await expectPriceOfLead(app, found, found.options.slice(0, 2));
  });

  test("as a range, whose lower end the lead carries", async () => {
    const app = await appOf({ prices: "range", groupBy: "category" });
    const found = await search(app);
    expect(found.options.every(({ price }) => (price?.amountTo ?? 0) > (price?.amount ?? 0))).toBe(true);
    await expectPriceOfLead(app, found, found.options.slice(0, 2));
  });
});

describe("a price that is not shown exactly", () => {
  test.each(["range", "hidden"] as const)(
    "is nowhere in the answer, nor in what its tokens look like: %s",
    async (prices) => {
      const exact = await search(await appOf({}), { currency: "EUR" });
      const found = await search(await appOf({ prices }), { currency: "EUR" });
      const amounts = exact.options.map(({ price }) => price?.amount ?? 0).filter((amount) => amount % 100 !== 0);
      const leaked = (text: string) => amounts.filter((amount) => new RegExp(`(?<!\\d)${amount}(?!\\d)`).test(text));
      // The scan sees what is there: it finds every price of an answer that shows them.
      expect(leaked(exact.text)).toHaveLength(amounts.length);
      expect(amounts.length).toBeGreaterThan(20);
      expect(leaked(found.text)).toEqual([]);
      expect(new Set(found.options.map(({ token }) => token.length)).size).toBeLessThan(4);
    },
  );

  test("comes back as it was: a range under its own seal, a hidden one out of it", async () => {
    const ranged = await appOf({ prices: "range" });
    const answer = await search(ranged);
    const [option] = roundTrip(answer, answer.options.slice(0, 1));
    if (!option) throw new Error("nothing was found");
    const { sealing } = ranged.dependencies;
    expect(sealing.openOption(owner, { token: answer.search }, option).price).toBeNull();
    const raised = { ...option, price: option.price && { ...option.price, amountTo: 1_000_000 } };
    expect(() => sealing.openOption(owner, { token: answer.search }, raised)).toThrow(
      expect.objectContaining({ code: "option.unavailable" }),
    );
  });
});

function roundTrip(answer: SearchResponse, options: Option[]): Option[] {
  const body = JSON.parse(JSON.stringify({ search: answer.search, options, contact }));
  return OptionsLeadRequest.parse(body).options;
}

async function expectPriceOfLead(app: TestApp, answer: SearchResponse, options: Option[]): Promise<void> {
  const body = { search: answer.search, options, contact };
  const receipt = await app.post("/leads", body, { "idempotency-key": `key-${answer.search.slice(0, 30)}` });
  expect(receipt.status).toBe(201);
  app.dependencies.deliveryWorker.start();
  await vi.waitUntil(() => app.marketplace.ledger.leads().length === 1, { timeout: 20_000 });
  await app.dependencies.deliveryWorker.stop();
  const deliveries = await app.dependencies.database.run(
    app.dependencies.database.build.selectFrom("deliveries").select("body").where("channel", "=", "marketplace"),
  );
  const sent = JSON.parse(deliveries[0]?.body ?? "{}");
  expect(sent.leadCurrency).toBe(answer.currency);
  expect(sent.inquiryLift.map((lift: { priceExpectation: number }) => lift.priceExpectation)).toEqual(
    options.map(({ price }) => price?.amount),
  );
}
