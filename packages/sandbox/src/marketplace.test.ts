import { describe, expect, test } from "vitest";
import { createCaller } from "../test/caller.ts";
import { allFields, search } from "../test/trip.ts";

const leg = { from: "EGGW", to: "KTEB", pax: "7" };

describe("the marketplace", () => {
  test("says the same again for the same seed, and something else for another", async () => {
    const texts = await Promise.all(
      [7, 7, 8].map(async (seed) => (await search(createCaller({ seed }), [leg], { fields: allFields })).answer.text),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toBe(texts[2]);
  });

  test("R11: puts unknown properties anywhere, others in each answer", async () => {
    const caller = createCaller();
    const [one, other] = [await search(caller, [leg]), await search(caller, [leg])];
    const strange =
      /"(?:sustainability|co2Kilograms|displayHint|legacyRef|flags|sourceSystem|revision|x|notes|__type)\d+"/g;
    const places = (text: string) => [...text.matchAll(strange)].map(({ index }) => index);
    expect(places(one.answer.text).length).toBeGreaterThan(10);
    expect(places(one.answer.text)).not.toEqual(places(other.answer.text));
  });

  test("300 hits with everything weigh about as much as the real ones", async () => {
    const { answer } = await search(createCaller(), [{ from: "ZZN3", to: "EGGW" }], { fields: allFields });
    expect(answer.text.length).toBeGreaterThan(1_200_000);
    expect(answer.text.length).toBeLessThan(1_500_000);
  });

  test("the weekly reset takes searches and leads, and the world is another", async () => {
    const caller = createCaller();
    const before = await search(caller, [leg]);
    caller.marketplace.reset();
    expect((await caller.get(`/searches/${before.id}`)).status).toBe(404);
    const after = await search(caller, [leg]);
    expect(after.id).not.toBe(before.id);
    expect(after.hits.map(({ quote }) => quote.lift.id)).not.toEqual(before.hits.map(({ quote }) => quote.lift.id));
  });

  test("counts its calls, without query or body", async () => {
    const caller = createCaller();
    await caller.get("/airports/search?filter=luton");
    await caller.get("/airports/search?filter=lu");
    expect(caller.marketplace.calls()).toEqual([
      { method: "GET", path: "/api/airports/search", at: "2026-12-01T12:00:00.000Z", status: 200 },
      { method: "GET", path: "/api/airports/search", at: "2026-12-01T12:00:00.000Z", status: 400 },
    ]);
  });

  test("writes links and photos below the given base, and listens there on any origin", async () => {
    const caller = createCaller({ baseUrl: "http://127.0.0.1:9/market/api/" });
    const { answer, hits } = await search(caller, [leg], { fields: ["typephotos"] });
    expect(answer.text).toContain('"href":"http://127.0.0.1:9/market/api/searches/');
    expect(hits[0]?.quote.lift.typePhotos?.[0]?.copies[0]?.url).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/market\/api\/mediafiles\/store\/\d+\/[\w.]+$/,
    );
    expect((await caller.fetch("https://elsewhere.example/market/api/airports/search")).status).toBe(400);
    expect((await caller.fetch("https://elsewhere.example/api/airports/search")).status).toBe(501);
  });

  test("waits as long as its latency says", async () => {
    const caller = createCaller({ latency: { minMs: 40, maxMs: 60 } });
    await caller.get("/airports/search?filter=luton");
    expect(caller.waitedMs()).toBeGreaterThanOrEqual(40);
    expect(caller.waitedMs()).toBeLessThanOrEqual(60);
  });

  test("a caller who gives up does not wait for a slow answer", async () => {
    const caller = createCaller({ wait: () => new Promise(() => {}) });
    const abort = new AbortController();
    const slow = caller.get("/airports/search?filter=luton", { signal: abort.signal });
    abort.abort();
    await expect(slow).rejects.toThrow("abort");
  });
});
