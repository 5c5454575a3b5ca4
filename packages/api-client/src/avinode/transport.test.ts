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

const search = { filter: "lut" };
const found = () => answer([luton]);

function brokenConnection(code: string) {
  return Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
}

test("R1: an operation that the connection is not approved for fails here, before anything is sent or spent", async () => {
  const { client, seen } = createMarketplace(found, { operations: ["airports.search"] });
  expect(await client.airports.search(search)).toHaveLength(1);
  for (const call of [
    client.airports.read("aport-1"),
    client.searches.create(searchBody, { fields: [] }),
    client.leads.create(leadBody),
    client.webhooks.list(),
  ]) {
    expect(await failureOf(call)).toMatchObject({ reason: "permission", sent: false, effect: "none" });
  }
  expect(seen).toHaveLength(1);
});

describe("the call budget", () => {
  test("R12: after a limit nothing goes to that endpoint before the reset, then the read goes through", async () => {
    const { client, seen, time } = createMarketplace((_, index) =>
      index === 0 ? refusal(429, { headers: { "X-Rate-Limit-Reset": "2" } }) : found(),
    );
    expect(await time.run(client.airports.search(search))).toHaveLength(1);
    expect(seen.map(({ at }) => at)).toEqual([0, 2000]);
  });

  test("R12: the older 403 for the limit is obeyed alike", async () => {
    const headers = { "X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": "2" };
    const { client, seen, time } = createMarketplace((_, index) => (index === 0 ? refusal(403, { headers }) : found()));
    await time.run(client.airports.search(search));
    expect(seen.map(({ at }) => at)).toEqual([0, 2000]);
  });

  test("a reset that is too far away is told at once, to others too, and without a call", async () => {
    const { client, seen, time } = createMarketplace(() => refusal(429, { headers: { "X-Rate-Limit-Reset": "90" } }));
    expect(await failureOf(client.airports.search(search))).toMatchObject({
      status: 429,
      retryAfterMs: 90_000,
      sent: true,
    });
    expect(await failureOf(client.airports.search(search))).toMatchObject({
      reason: "limited",
      retryAfterMs: 90_000,
      sent: false,
    });
    expect(client.budget("airports.search")).toEqual({ available: 0, waitMs: 90_000 });
    expect(seen).toHaveLength(1);
    time.advance(90_000);
    await failureOf(client.airports.search(search));
    expect(seen).toHaveLength(2);
  });

  test("an answer that says the budget is spent stops the next call before it is refused", async () => {
    const headers = { "X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": "3" };
    const { client, seen, time } = createMarketplace((_, index) => answer([luton], index === 0 ? { headers } : {}));
    await client.airports.search(search);
    await time.run(client.airports.search(search));
    expect(seen.map(({ at }) => at)).toEqual([0, 3000]);
  });

  test("leads have their own lane: a crowd of searches does not delay one", async () => {
    const { client, seen, time } = createMarketplace(() => answer({ id: "x-1" }));
    const searches = Array.from({ length: 40 }, () =>
      client.searches.create(searchBody, { fields: [] }).catch(() => {}),
    );
    await time.run(client.leads.create(leadBody));
    expect(seen.find(({ url }) => url.pathname === "/api/leads")?.at).toBe(0);
    expect(client.budget("searches.create").available).toBe(0);
    await time.run(Promise.all(searches));
  });

  test("a search that would wait longer than a person does is refused with advice, none waits in vain", async () => {
    const { client, seen, time } = createMarketplace(() => answer({ id: "asearch-1" }));
    const outcomes = Array.from({ length: 20 }, () =>
      client.searches.create(searchBody, { fields: [] }).then(
        () => "found",
        (error: { reason: string; retryAfterMs: number }) => `${error.reason} ${error.retryAfterMs}`,
      ),
    );
    const all = await time.run(Promise.all(outcomes));
    expect(all.filter((outcome) => outcome === "found")).toHaveLength(13);
    expect(new Set(all)).toEqual(new Set(["found", "limited 9000"]));
    expect(seen.at(-1)?.at).toBe(8000);
  });
});

describe("another try", () => {
  test("R12: a read is tried three times, further and further apart", async () => {
    const { client, seen, time } = createMarketplace(() => refusal(500));
    expect(await time.run(failureOf(client.airports.search(search)))).toMatchObject({
      reason: "unavailable",
      status: 500,
    });
    expect(seen.map(({ at }) => at)).toEqual([0, 150, 450]);
  });

  const retried: [string, Reply][] = [
    ["503", () => refusal(503)],
    ["429", () => refusal(429, { headers: { "X-Rate-Limit-Reset": "1" } })],
    ["refused connection", () => brokenConnection("ECONNREFUSED")],
  ];
  test.each(retried)("R12: a search is tried once more after a %s, and not a third time", async (_, reply) => {
    const { client, seen, time } = createMarketplace(reply);
    await time.run(failureOf(client.searches.create(searchBody, { fields: [] })));
    expect(seen).toHaveLength(2);
  });

  const final: [string, Reply][] = [
    ["400", () => refusal(400)],
    ["403", () => refusal(403)],
    ["404", () => refusal(404)],
    ["409", () => refusal(409)],
    ["422", () => refusal(422)],
    ["meta.errors", () => refusal(200, { errors: [{}] })],
    ["text", () => new Response("sorry")],
  ];
  const begun: [string, Reply][] = [
    ["500", () => refusal(500)],
    ["504", () => refusal(504)],
    ["reset", () => brokenConnection("ECONNRESET")],
  ];
  test.each(begun)("R12: a search that may have begun is not repeated: %s", async (_, reply) => {
    const { client, seen, time } = createMarketplace(reply);
    await time.run(failureOf(client.searches.create(searchBody, { fields: [] })));
    expect(seen).toHaveLength(1);
  });

  test("a call that timed out is not repeated: somebody waits", async () => {
    const timeoutMs = { "airports.search": 10, "searches.create": 10, "leads.create": 10 };
    const { client, seen } = createMarketplace(() => new Promise<Response>(() => {}), { timeoutMs });
    await failureOf(client.airports.search(search));
    await failureOf(client.searches.create(searchBody, { fields: [] }));
    await failureOf(client.leads.create(leadBody));
    expect(seen).toHaveLength(3);
  });

  test.each(final)("R12: nothing is repeated after a %s", async (_, reply) => {
    const { client, seen, time } = createMarketplace(reply);
    await time.run(failureOf(client.airports.search(search)));
    await time.run(failureOf(client.searches.create(searchBody, { fields: [] })));
    expect(seen).toHaveLength(2);
  });

  const all = [
    ...retried,
    ...final,
    ["reset", () => brokenConnection("ECONNRESET")],
    ["500", () => refusal(500)],
  ] satisfies [string, Reply][];
  test.each(all)("R12, R16: a lead is sent once, whatever comes back: %s", async (_, reply) => {
    const { client, seen, time } = createMarketplace(reply);
    await time.run(failureOf(client.leads.create(leadBody)));
    expect(seen).toHaveLength(1);
  });

  test("R12: Retry-After of a 503 is waited for where there is patience, else told", async () => {
    const { client, seen, time } = createMarketplace((_, index) =>
      index === 0
        ? refusal(503, { headers: { "Retry-After": "2" } })
        : refusal(503, { headers: { "Retry-After": "60" } }),
    );
    const failure = await time.run(failureOf(client.airports.search(search)));
    expect(seen.map(({ at }) => at)).toEqual([0, 2150]);
    expect(failure).toMatchObject({ reason: "unavailable", retryAfterMs: 60_000 });
  });
});

describe("a call that its caller gives up", () => {
  test("before it goes, goes nowhere", async () => {
    const { client, seen } = createMarketplace(found);
    const failure = await failureOf(client.airports.search({ ...search, signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ reason: "aborted", sent: false, effect: "none" });
    expect(seen).toEqual([]);
    expect(client.budget("airports.search").available).toBe(5);
  });

  test("while it runs, ends even if the connection does not listen", async () => {
    const abort = new AbortController();
    const { client } = createMarketplace(() => {
      abort.abort();
      return new Promise<Response>(() => {});
    });
    const lead = await failureOf(client.leads.create(leadBody, { signal: abort.signal }));
    expect(lead).toMatchObject({ reason: "aborted", sent: true, effect: "unknown" });
  });
});

test("R8: the log gets the operation, the reason and figures, and nothing else", async () => {
  const events: [string, object | undefined][] = [];
  const note = (event: string, fields?: object) => void events.push([event, fields]);
  const { client, time } = createMarketplace(
    (_, index) => (index === 0 ? refusal(503, { errors: [{ code: "TOO_BUSY", title: "CANARY" }] }) : found()),
    {
      log: { info: note, warn: note },
    },
  );
  await time.run(client.airports.search(search));
  expect(events).toEqual([
    [
      "marketplace.failed",
      { operation: "airports.search", reason: "unavailable", status: 503, sent: true, codes: "TOO_BUSY", ms: 0 },
    ],
    ["marketplace.answered", { operation: "airports.search", status: 200, ms: 0 }],
  ]);
});
