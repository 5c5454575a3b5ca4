import { AirportResponse, Problem } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { createTestApp, secondBroker, testConfigFile, type TestApp } from "../../test/harness.ts";

async function lookUp({ request }: TestApp, query: string) {
  const response = await request(`/airports?${query}`);
  expect(response.status).toBe(200);
  return AirportResponse.parse(await response.json()).airports;
}

function callsOf({ marketplace }: TestApp): number {
  return marketplace.calls().length;
}

describe("GET /airports", () => {
  test("what is typed finds airports of the marketplace, as an end-client reads them", async () => {
    const backend = await createTestApp();
    const [luton] = await lookUp(backend, "query=luton");
    expect(luton).toMatchObject({ code: "EGGW", icao: "EGGW", iata: "LTN", name: "Luton", city: "London" });
    expect(luton?.country).toEqual({ code: "GB", name: "United Kingdom" });
    expect(luton?.position?.latitude).toBeCloseTo(51.87, 1);
    expect(callsOf(backend)).toBe(1);
  });

  test("an exact code comes first", async () => {
    const backend = await createTestApp();
    const [first] = await lookUp(backend, "query=LTN");
    expect(first?.code).toBe("EGGW");
  });

  test("countries are named in the language that is asked for", async () => {
    const backend = await createTestApp();
    expect((await lookUp(backend, "query=luton&lang=de"))[0]?.country.name).toBe("Vereinigtes Königreich");
    expect((await lookUp(backend, "query=luton&lang=not_a_language!"))[0]?.country.name).toBe("United Kingdom");
  });

  test("the limit holds", async () => {
    const backend = await createTestApp();
    expect(await lookUp(backend, "query=lon&limit=2")).toHaveLength(2);
    expect(await lookUp(backend, "query=lo&limit=3")).toHaveLength(3);
  });

  test("airports around a place are found, and our own stand in where there is none", async () => {
    const backend = await createTestApp();
    const near = await lookUp(backend, "latitude=51.5&longitude=-0.12");
    expect(near.map(({ code }) => code)).toContain("EGGW");
    const ocean = await lookUp(backend, "latitude=-40.123&longitude=-120.456");
    expect(ocean).toHaveLength(8);
  });

  test.each([
    ["nothing", ""],
    ["an empty text", "query="],
    ["a text and a place", "query=london&latitude=1&longitude=1"],
    ["half a place", "latitude=1"],
    ["a place that is nowhere", "latitude=91&longitude=0"],
    ["too many", "query=london&limit=21"],
    ["an unknown parameter", "query=london&q=1"],
  ])("%s is refused, and the marketplace is not called", async (_, query) => {
    const backend = await createTestApp();
    const response = await backend.request(`/airports?${query}`);
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json())).toMatchObject({ code: "request.invalid" });
    expect(callsOf(backend)).toBe(0);
  });

  test("R16: fewer than three characters never reach the marketplace", async () => {
    const backend = await createTestApp();
    for (const text of ["l", "lo", "%20lo%20", "東京", "%20%20a", "🛩️", "é́"])
      await lookUp(backend, `query=${text || "a"}`);
    expect(callsOf(backend)).toBe(0);
    expect((await lookUp(backend, "query=lo")).map(({ city }) => city)).toContain("London");
    // Nor were they tried: a refused call would have made the next one rest.
    await lookUp(backend, "query=lon");
    expect(callsOf(backend)).toBe(1);
  });

  test("R16: fifty equal lookups at once are one call", async () => {
    const backend = await createTestApp();
    const answers = await Promise.all(Array.from({ length: 50 }, () => lookUp(backend, "query=london")));
    expect(callsOf(backend)).toBe(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await lookUp(backend, "query=LONDON");
    expect(callsOf(backend)).toBe(1);
  });

  test("R16: a letter more needs no call where the answer so far was complete", async () => {
    const backend = await createTestApp();
    await lookUp(backend, "query=tete");
    const refined = await lookUp(backend, "query=teterb");
    expect(refined[0]?.code).toBe("KTEB");
    expect(await lookUp(backend, "query=teterboro")).toEqual(refined);
    expect(callsOf(backend)).toBe(1);
  });

  test("one broker's answers are not another's", async () => {
    const backend = await createTestApp();
    await lookUp(backend, "query=london");
    const response = await backend.request("/airports?query=london", {
      headers: { origin: secondBroker.origins[0] ?? "", "x-embed-key": "pk_second" },
    });
    expect(response.status).toBe(200);
    expect(callsOf(backend)).toBe(2);
  });

  test("answers are asked for again after an hour", async () => {
    const backend = await createTestApp();
    await lookUp(backend, "query=london");
    backend.clock.advance(3_599_000);
    await lookUp(backend, "query=london");
    expect(callsOf(backend)).toBe(1);
    backend.clock.advance(2_000);
    await lookUp(backend, "query=london");
    expect(callsOf(backend)).toBe(2);
  });

  test("with the call budget spent, our own index answers at once", async () => {
    const marketplace = { ...testConfigFile.marketplace, rate: { perSecond: 1, burst: 2 } };
    const backend = await createTestApp({ config: { marketplace } });
    await lookUp(backend, "query=london");
    await lookUp(backend, "query=geneva");
    const own = await lookUp(backend, "query=paris");
    expect(own[0]).toMatchObject({ code: "LFPB", city: "Paris" });
    expect(callsOf(backend)).toBe(2);
  });

  test.each(["limited", "failing", "busy", "down", "cut", "truncated", "html", "unauthorized", "forbidden"])(
    "while the marketplace is away (%s), our own index answers, and a known text keeps its answer",
    async (failure) => {
      const backend = await createTestApp();
      const before = await lookUp(backend, "query=geneva");
      backend.clock.advance(2 * 3_600_000);
      expect(await lookUp(backend, `query=fail ${failure}`)).toEqual([]);
      const calls = callsOf(backend);
      expect((await lookUp(backend, "query=teterboro"))[0]?.code).toBe("KTEB");
      expect(await lookUp(backend, "query=geneva")).toEqual(before);
      expect(callsOf(backend)).toBe(calls);
    },
  );

  test("R6: no id of the marketplace is in the answer", async () => {
    const backend = await createTestApp();
    const response = await backend.request("/airports?query=london");
    expect(await response.text()).not.toMatch(/aport-|href/);
  });
});
