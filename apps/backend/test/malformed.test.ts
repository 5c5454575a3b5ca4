import { Problem } from "@liftline/schema";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "./harness.ts";

const plenty = 10_000_000;
const wellFormedSearch = { legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", passengers: 7 }] };

let backend: TestApp;
let wellFormedLead: unknown;
/** Of a day that is over: where a fault leaves it in order, it is refused all the same. */
const wellFormedTrip = {
  trip: {
    legs: [{ from: { code: "EGGW" }, to: { words: "a strip" }, date: "2026-11-13", time: "11:00", passengers: 7 }],
    categories: ["Light jet"],
    maxFuelStops: 1,
  },
  contact: { name: "Zoë", email: "zoe@visitor.example" },
};

beforeAll(async () => {
  const limits = { lookupsPerMinute: plenty, searchesPerMinute: plenty, leadsPerHour: plenty };
  backend = await createTestApp({ config: { limits } });
  const found = (await (await backend.post("/searches", wellFormedSearch)).json()) as {
    search: string;
    options: unknown[];
  };
  // Some faults leave a request that is in order (an empty message, say): its search is one that was never sealed.
  wellFormedLead = {
    search: `${found.search.slice(0, -4)}AAAA`,
    options: found.options.slice(0, 2),
    contact: { name: "Zoë", email: "zoe@visitor.example" },
    needs: { pets: 1, luggage: "3 bags" },
    campaign: { utm_source: "news" },
  };
});
afterAll(() => backend.dependencies.close());

/** One leaf or key of a valid body, made wrong. */
const junk = fc.oneof(
  fc.constantFrom(null, true, -1, 1e308, 0.5, "", " ", "\u0000", "\ud800", "__proto__", "9".repeat(400), [], {}, [[]]),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.jsonValue({ maxDepth: 4 }),
);

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 6 }).map((value) => JSON.stringify(value)),
  fc
    .tuple(fc.constantFrom("search", "lead", "trip"), fc.nat(), junk, fc.boolean())
    .map(([kind, at, value, isExtraKey]) => {
      const body = { search: wellFormedSearch, lead: wellFormedLead, trip: wellFormedTrip }[kind];
      return JSON.stringify(breakOnePlace(body, { at, value, isExtraKey }));
    }),
  fc.constantFrom(
    "",
    "{",
    "nul",
    "[1,",
    '{"legs":[],"legs":[]}',
    "\ufeff{}",
    '"',
    "{}{}",
    "[".repeat(50_000),
    '{"a":'.repeat(9_000),
  ),
);

const body = fc.oneof(
  { weight: 6, arbitrary: json },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => new Uint8Array(bytes)) },
);

const request = fc.record({
  method: fc.constantFrom("POST", "POST", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"),
  path: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("/searches", "/leads") },
    { weight: 1, arbitrary: fc.webPath().map((path) => `/${path.replace(/^\/+/, "")}`) },
  ),
  key: fc.oneof(fc.constant("key-00000001"), fc.string({ maxLength: 300 })),
  body,
});

const lookup = fc.record({
  path: fc.oneof(
    fc.webQueryParameters().map((query) => `/airports?${query}`),
    fc
      .tuple(junk, junk)
      .map(([query, limit]) => `/airports?${new URLSearchParams({ query: text(query), limit: text(limit) })}`),
    fc
      .tuple(junk, junk)
      .map(
        ([latitude, longitude]) =>
          `/airports?${new URLSearchParams({ latitude: text(latitude), longitude: text(longitude) })}`,
      ),
    fc.base64String({ maxLength: 300 }).map((token) => `/photos/${encodeURIComponent(token)}`),
    fc.webPath().map((path) => `/widget/${path}`),
  ),
});

describe("10,000 malformed requests", () => {
  test("R9 of reliability.md §2: none is answered with 5xx, each fault is a problem with a code, nothing is stored", async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ method, path, key, body }) => {
        const headers = { "content-type": "application/json", "idempotency-key": safeHeader(key) };
        const bare = method === "OPTIONS";
        await expectClearAnswer(await backend.request(path, { method, headers, ...(!bare && { body }) }));
      }),
      { numRuns: 8_000 },
    );
    await fc.assert(
      fc.asyncProperty(lookup, async ({ path }) => expectClearAnswer(await backend.request(path))),
      { numRuns: 2_000 },
    );
    const { database } = backend.dependencies;
    for (const table of [
      "leads",
      "lead_contacts",
      "lead_options",
      "lead_keys",
      "search_claims",
      "deliveries",
    ] as const) {
      expect(await database.run(database.build.selectFrom(table).selectAll())).toEqual([]);
    }
  }, 240_000);

  test("the path of the fault is named", async () => {
    const answer = await backend.post("/searches", {
      legs: [{ ...wellFormedSearch.legs[0], date: "2026-02-30" }],
      extra: 1,
    });
    expect(answer.status).toBe(400);
    expect(Problem.parse(await answer.json())).toMatchObject({
      code: "request.invalid",
      errors: expect.arrayContaining([expect.objectContaining({ path: "legs.0.date" })]),
    });
  });
});

async function expectClearAnswer(answer: Response): Promise<void> {
  expect(answer.status).toBeLessThan(500);
  const content = await answer.text();
  if (answer.status < 400) return;
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  const problem = Problem.parse(JSON.parse(content));
  expect(problem.status).toBe(answer.status);
  expect(content).not.toMatch(/node_modules|\.ts:\d|SQLITE|at \w+ \(/);
}

function breakOnePlace(value: unknown, fault: { at: number; value: unknown; isExtraKey: boolean }): unknown {
  const copy: unknown = structuredClone(value);
  const places: (() => void)[] = [];
  collect(copy);
  places[fault.at % places.length]?.();
  return copy;

  function collect(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    const holder = node as Record<string, unknown>;
    if (fault.isExtraKey && !Array.isArray(node)) places.push(() => void (holder["surplus"] = fault.value));
    for (const [key, inner] of Object.entries(holder)) {
      if (!fault.isExtraKey) places.push(() => void (holder[key] = fault.value));
      collect(inner);
    }
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What `Headers` refuses never reaches a server either. */
function safeHeader(value: string): string {
  return value.replaceAll(/[^\x20-\x7e]/g, "?").trim();
}
