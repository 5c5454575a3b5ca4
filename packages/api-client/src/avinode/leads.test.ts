import { expect, test } from "vitest";
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
