import { inspect } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createMarketplace, failureOf, leadBody } from "../../test/marketplace.ts";

const canary = "CANARY";

/** Everything a careless log could print of an error. */
function everythingIn(error: Error): string {
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
  return [
    inspect(error, { depth: Infinity, showHidden: true, getters: true }),
    JSON.stringify(error),
    String(error),
    error.stack,
    ...own,
  ].join("\n");
}

const ways: [string, () => Response | Promise<Response>][] = [
  ["a thrown error", () => Promise.reject(new Error(canary, { cause: new Error(canary) }))],
  ["a thrown text", () => Promise.reject(canary)],
  ["a code", () => Promise.reject(Object.assign(new Error(canary), { code: `${canary} code`, hostname: canary }))],
  ["text", () => new Response(canary)],
  ["broken JSON", () => new Response(`{"data": ${canary}`)],
  ["another shape", () => Response.json({ data: { [canary]: canary } })],
  [
    "titles",
    () =>
      Response.json({
        meta: { errors: [{ title: canary, message: canary, code: `${canary}!`, path: `${canary}[0]`, [canary]: 1 }] },
      }),
  ],
  [
    "a refusal",
    () =>
      Response.json(
        { meta: { errors: [{ title: canary, code: `is ${canary}` }] } },
        { status: 422, statusText: canary },
      ),
  ],
  ["a refusal in HTML", () => new Response(canary, { status: 500, headers: { "X-Canary": canary } })],
  ["a redirect", () => new Response(null, { status: 302, headers: { Location: `https://x.example/?${canary}` } })],
  ["limits", () => new Response(null, { status: 429, headers: { "X-Rate-Limit-Reset": canary } })],
];

test.each(ways)("R8: after %s the error carries no URL, token, body or foreign text", async (_, reply) => {
  const options = {
    baseUrl: `https://${canary}.example/${canary}`,
    product: `${canary} v1`,
    apiToken: canary,
    actAsAccount: canary,
    auth: { kind: "token", token: canary },
  } as const;
  const { client, time } = createMarketplace(reply, options);
  const failures = await time.run(
    Promise.all([
      failureOf(client.leads.create({ ...leadBody, leadMessage: canary })),
      failureOf(client.airports.search({ filter: canary })),
      failureOf(client.airports.read(canary)),
      failureOf(client.searches.create({ segments: [] }, { fields: [canary] })),
    ]),
  );
  for (const failure of failures) expect(everythingIn(failure).toLowerCase()).not.toContain(canary.toLowerCase());
});

test.each(["post", "basic"] as const)("R8: nor after refused client credentials (%s)", async (method) => {
  const auth = { kind: "clientCredentials", clientId: canary, clientSecret: canary, method } as const;
  const { client } = createMarketplace(() => Response.json({ error: canary }, { status: 401 }), { auth });
  const text = everythingIn(await failureOf(client.leads.create(leadBody)));
  expect(text).not.toContain(canary);
  expect(text).not.toContain(btoa(canary).slice(0, 6));
});

test("R8: whatever an error item holds, only constants and property paths come through", async () => {
  const item = fc.oneof(
    fc.anything(),
    fc.record({
      code: fc.oneof(fc.string(), fc.emailAddress()),
      path: fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress()),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 30 }), async (errors) => {
      const { client } = createMarketplace(() => Response.json({ meta: { errors } }));
      const failure = await failureOf(client.leads.create(leadBody));
      expect(failure.reason).toBe("refused");
      expect(failure.faults.length).toBeLessThanOrEqual(20);
      for (const { code = "A_1", path = "a[0].b" } of failure.faults) {
        expect(code).toMatch(/^[A-Z0-9_]+$/);
        expect(path).toMatch(/^[A-Za-z0-9.[\]]+$/);
      }
    }),
    { numRuns: 200 },
  );
});
