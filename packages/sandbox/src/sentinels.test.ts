import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AvinodeAirport, AvinodeEnvelope, AvinodeLead, AvinodeMeta, AvinodeSearchHit } from "@liftline/schema/avinode";
import { createCaller, type Caller } from "../test/caller.ts";
import { search, segment } from "../test/trip.ts";
import { sentinels, type Failure } from "./sentinels.ts";

function codeOf(failure: Failure): string {
  return sentinels.find((sentinel) => sentinel.failure === failure)?.code ?? "";
}

function searchFrom(caller: Caller, failure: Failure) {
  return caller.post("/searches", { segments: [segment({ from: codeOf(failure), to: "LFMN" })] });
}

const refusals = [
  ["limited", 429, "RATE_LIMIT_EXCEEDED"],
  ["limited-old", 403, "RATE_LIMIT_EXCEEDED"],
  ["unauthorized", 401, "ERR_INPUT_GENERIC_INVALID"],
  ["forbidden", 403, "AUTHENTICATION_COMPANY_ACCESS"],
  ["failing", 500, "INTERNAL_ERROR"],
  ["busy", 503, "SERVICE_BUSY"],
  ["down", 504, "SERVICE_UNAVAILABLE"],
] as const satisfies [Failure, number, string][];

describe("sentinel airports", () => {
  const caller = createCaller();

  test("are found by “sandbox” in the airport field, with codes that no airport can have", async () => {
    const found = (await caller.get("/airports/search?filter=sandbox")).data(z.array(AvinodeAirport));
    expect(found.map(({ icao }) => icao)).toEqual(sentinels.map(({ code }) => code));
    for (const { icao } of found) expect(icao).toMatch(/^ZZ[A-Z0-9]{2}$/);
  });

  test("are not found by people who look for Luton", async () => {
    const found = (await caller.get("/airports/search?latitude=51.87&longitude=-0.37&maxDistance=10")).data(
      z.array(AvinodeAirport),
    );
    expect(found.filter(({ city }) => city === "SANDBOX")).toEqual([]);
  });

  test.each(refusals)("%s: a search is %i %s", async (failure, status, code) => {
    expect(await searchFrom(caller, failure)).toMatchObject({ status, errors: [{ code }] });
  });

  test.each(["limited", "limited-old"] as const)("%s: says when to come again", async (failure) => {
    const { headers } = await searchFrom(caller, failure);
    expect(headers.get("X-Rate-Limit-Remaining")).toBe("0");
    expect(headers.get("X-Rate-Limit-Reset")).toBe("8");
  });

  test.each([
    ["slow-5", 5000],
    ["slow-20", 20_000],
  ] as const)("%s: answers after %i ms", async (failure, ms) => {
    const fresh = createCaller();
    expect((await searchFrom(fresh, failure)).status).toBe(200);
    expect(fresh.waitedMs()).toBe(ms);
  });

  test("cut: there is no answer", async () => {
    await expect(searchFrom(caller, "cut")).rejects.toThrow(TypeError);
  });

  test("truncated: the JSON ends half way, under a 200", async () => {
    const { status, text } = await searchFrom(caller, "truncated");
    expect(status).toBe(200);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test("html: a page for people comes under a 200", async () => {
    const { status, headers } = await searchFrom(caller, "html");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("text/html");
  });

  test("soft: errors stand in meta under a 200", async () => {
    const { status, text } = await searchFrom(caller, "soft");
    expect(status).toBe(200);
    expect(z.object({ meta: AvinodeMeta }).parse(JSON.parse(text)).meta.errors).toHaveLength(1);
  });

  test.each([
    ["none", 0],
    ["one", 1],
    ["many", 300],
  ] as const)("%s: %i hits", async (failure, count) => {
    expect((await search(caller, [{ from: codeOf(failure), to: "LFMN" }])).hits).toHaveLength(count);
  });

  test("odd: data as a list, numbers and flags as text, every fifth hit broken, the others readable", async () => {
    const { data } = AvinodeEnvelope.parse(JSON.parse((await searchFrom(caller, "odd")).text));
    const [found] = z.array(z.object({ results: z.array(z.unknown()) })).parse(data);
    const readable = (found?.results ?? []).filter((hit) => AvinodeSearchHit.safeParse(hit).success);
    expect(readable).toHaveLength(Math.ceil((found?.results.length ?? 0) * 0.8));
    expect(JSON.stringify(found?.results[0])).toMatch(/"maxPax":"\d+"/);
  });

  test("expired: the search works, its lead is 404", async () => {
    const { id, hits } = await search(caller, [{ from: codeOf("expired"), to: "LFMN" }]);
    expect(await caller.post("/leads", lead("Jo Smith", { id, hits }))).toMatchObject({
      status: 404,
      errors: [{ code: "NOT_FOUND" }],
    });
  });
});

describe("sentinel look-ups", () => {
  const caller = createCaller();

  test.each(refusals)("“fail %s” makes the look-up itself %i", async (failure, status, _code) => {
    expect((await caller.get(`/airports/search?filter=fail ${failure}`)).status).toBe(status);
  });

  test("“fail none” finds nothing", async () => {
    expect((await caller.get("/airports/search?filter=fail none")).data(z.array(z.unknown()))).toEqual([]);
  });
});

describe("sentinel people", () => {
  test.each(refusals)("Fail %s: the lead is %i and not stored", async (failure, status, _code) => {
    const caller = createCaller();
    const found = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    expect((await caller.post("/leads", lead(`Fail ${failure}`, found))).status).toBe(status);
    expect((await caller.post("/leads", lead(`Fail ${failure}`, found))).status).toBe(status);
    expect(caller.marketplace.ledger.leads()).toEqual([]);
  });

  test("Fail Busy Twice: the third try goes through", async () => {
    const caller = createCaller();
    const found = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    const statuses = [];
    for (let attempt = 0; attempt < 3; attempt += 1)
      statuses.push((await caller.post("/leads", lead("Fail Busy Twice", found))).status);
    expect(statuses).toEqual([503, 503, 201]);
    expect(caller.marketplace.ledger.leads()).toHaveLength(1);
  });

  test("R20: Fail Lost: stored, but answered 504; the repeat gets the answer and creates nothing", async () => {
    const caller = createCaller();
    const found = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    expect((await caller.post("/leads", lead("Fail Lost", found))).status).toBe(504);
    expect(caller.marketplace.ledger.leads()).toHaveLength(1);
    const again = await caller.post("/leads", lead("Fail Lost", found));
    expect(again.status).toBe(201);
    expect(again.data(AvinodeLead).id).toBe(caller.marketplace.ledger.leads()[0]?.id);
    expect(caller.marketplace.ledger.leads()).toHaveLength(1);
  });

  test("Fail Odd: the answer is a list of one", async () => {
    const caller = createCaller();
    const found = await search(caller, [{ from: "EGGW", to: "LFMN" }]);
    expect((await caller.post("/leads", lead("Fail Odd", found))).data(z.array(AvinodeLead))).toHaveLength(1);
  });
});

function lead(name: string, found: { id: string; hits: { id: string }[] }): object {
  return {
    searchId: found.id,
    sellerQuoteIds: found.hits.slice(0, 1).map(({ id }) => id),
    leadContactInfo: { name, emailAddresses: [{ type: "Work", emailAddress: "jo@example.com" }] },
    clientIdentifier: "lead-1",
  };
}
