import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, leadBody, refusal } from "../../test/marketplace.ts";

test("a lead's answer is kept as it came, sellers and unknown fields included", async () => {
  const text = '{ "data": {"id":"alead-1","sellerQuotes":[{"id":"q"}],"news":1}, "meta": {} }';
  const { client } = createMarketplace(() => new Response(text, { status: 201 }));
  const lead = await client.leads.create(leadBody);
  expect(lead).toMatchObject({ id: "alead-1", sellerQuotes: [{ id: "q" }], raw: text });
});

/** `reliability.md` §4: what the delivery has to know of each answer. */
const outcomes: [string, () => Response | Promise<Response>, object][] = [
  ["429", () => refusal(429, { headers: { "X-Rate-Limit-Reset": "7" } }), { reason: "limited", retryAfterMs: 7000 }],
  ["403 for the limit", () => refusal(403, { headers: { "X-Rate-Limit-Remaining": "0" } }), { reason: "limited" }],
  ["403", () => refusal(403), { reason: "permission" }],
  [
    "403 with calls left",
    () => refusal(403, { headers: { "X-Rate-Limit-Remaining": "9", "X-Rate-Limit-Reset": "9" } }),
    { reason: "permission" },
  ],
  [
    "401",
    () => refusal(401, { errors: [{ code: "ERR_INPUT_GENERIC_INVALID" }] }),
    { reason: "credentials", codes: ["ERR_INPUT_GENERIC_INVALID"] },
  ],
  ["404", () => refusal(404), { reason: "not-found" }],
  ["409", () => refusal(409), { reason: "conflict" }],
  ["400", () => refusal(400), { reason: "invalid" }],
  [
    "422",
    () => refusal(422, { errors: [{ code: "LIFT_INVALID", path: "inquiryLift[0]" }] }),
    { reason: "invalid", faults: [{ code: "LIFT_INVALID", path: "inquiryLift[0]" }] },
  ],
  ["501", () => refusal(501), { reason: "invalid" }],
  ["503", () => refusal(503), { reason: "unavailable" }],
  ["500", () => refusal(500), { reason: "ambiguous", effect: "unknown" }],
  ["502", () => refusal(502), { reason: "ambiguous", effect: "unknown" }],
  ["504", () => refusal(504), { reason: "ambiguous", effect: "unknown" }],
  [
    "a reset",
    () => Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNRESET" }) })),
    { reason: "ambiguous", effect: "unknown", network: "ECONNRESET" },
  ],
  [
    "a refused connection",
    () =>
      Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) })),
    { reason: "unsent", sent: false },
  ],
  [
    "an unknown host",
    () => Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ENOTFOUND" }) })),
    { reason: "unsent", sent: false },
  ],
  [
    "a bad certificate",
    () =>
      Promise.reject(
        new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "CERT_HAS_EXPIRED" }) }),
      ),
    { reason: "unsent", sent: false },
  ],
  [
    "meta.errors under a 201",
    () => Response.json({ meta: { errors: [{ code: "SEARCH_SPENT" }] }, data: { id: "alead-1" } }, { status: 201 }),
    { reason: "refused", codes: ["SEARCH_SPENT"] },
  ],
  [
    "an error nobody foresaw under a 201",
    () => Response.json({ meta: { errors: "no" }, data: { id: "alead-1" } }),
    { reason: "refused", codes: [] },
  ],
  ["HTML under a 200", () => new Response("<html>"), { reason: "unreadable", effect: "unknown" }],
  ["truncated JSON", () => new Response('{"data":{"id":"alea'), { reason: "unreadable", effect: "unknown" }],
  ["a lead without an id", () => answer({}), { reason: "unreadable", effect: "unknown" }],
  ["nothing at all", () => new Response(null, { status: 204 }), { reason: "unreadable", effect: "unknown" }],
];

test.each(outcomes)("R10: after %s a delivery knows what to do, and one call was made", async (_, reply, expected) => {
  const { client, seen } = createMarketplace(reply);
  const failure = await failureOf(client.leads.create(leadBody));
  expect(failure).toMatchObject({ operation: "leads.create", sent: true, effect: "none", ...expected });
  expect(seen).toHaveLength(1);
});

test("the marketplace's meta may hold anything else", async () => {
  const metas = [
    null,
    undefined,
    "x",
    [],
    {},
    { errors: null },
    { errors: {} },
    { errors: [], warnings: 7, infos: { a: 1 } },
  ];
  const { client, time } = createMarketplace((_, index) =>
    Response.json({ meta: metas[index], data: { id: "alead-1" } }),
  );
  for (const _ of metas) expect((await time.run(client.leads.create(leadBody))).id).toBe("alead-1");
});

test("an odd field of a lead does not make it look as if it had never arrived", async () => {
  const data = { id: "alead-1", href: 7, tripId: {}, clientIdentifier: [], sellerQuotes: { id: "q" } };
  const { client } = createMarketplace(() => answer(data));
  expect(await client.leads.create(leadBody)).toMatchObject({ id: "alead-1", sellerQuotes: null });
});

describe("reading a lead", () => {
  test("goes by its id or its address, and brings back our own identifier", async () => {
    const { client, seen } = createMarketplace(() => answer({ id: "alead-1", clientIdentifier: "ours-1" }));
    await client.leads.read("alead-1");
    const lead = await client.leads.read("https://marketplace.example/api/leads/alead-1");
    expect(lead.clientIdentifier).toBe("ours-1");
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://marketplace.example/api/leads/alead-1",
      "GET https://marketplace.example/api/leads/alead-1",
    ]);
  });

  test.each([
    ["another host", "https://evil.example/api/leads/alead-1"],
    ["a host that begins alike", "https://marketplace.example.evil.example/api/leads/alead-1"],
    ["another port", "https://marketplace.example:8443/api/leads/alead-1"],
    ["plain http", "http://marketplace.example/api/leads/alead-1"],
    ["a user in the address", "https://marketplace.example@evil.example/api/leads/alead-1"],
    ["a password of its own", "https://a:b@marketplace.example/api/leads/alead-1"],
    ["what is no lead", "https://marketplace.example/api/trips/atrip-1"],
    ["a way out of the base", "https://marketplace.example/api/leads/../../admin"],
    ["a query", "https://marketplace.example/api/leads/alead-1?token=1"],
    ["a scheme that is none", "javascript:alert(1)"],
    ["a way up as an id", ".."],
    ["nothing", ""],
  ])("R26: %s is not followed", async (_, address) => {
    const { client, seen } = createMarketplace(() => answer({ id: "alead-1" }));
    expect(await failureOf(client.leads.read(address))).toMatchObject({ reason: "invalid", sent: false });
    expect(seen).toEqual([]);
  });

  test("is tried once: whoever asks comes again by its own schedule", async () => {
    const { client, seen } = createMarketplace(() => refusal(503));
    expect(await failureOf(client.leads.read("alead-1"))).toMatchObject({ operation: "leads.read", effect: "none" });
    expect(seen).toHaveLength(1);
  });
});
