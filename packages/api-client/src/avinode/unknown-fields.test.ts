import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createMarketplace, leadBody, luton, searchBody } from "../../test/marketplace.ts";

/** A value with 0 to 3 more properties in each of its objects, and those in another order. */
function grown(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.tuple(...value.map(grown));
  if (typeof value !== "object" || value === null) return fc.constant(value);
  const known = Object.entries(value).map(([name, inner]) => fc.tuple(fc.constant(name), grown(inner)));
  const unknown = fc.array(
    fc.tuple(
      fc.string().map((name) => `new${name}`),
      fc.jsonValue(),
    ),
    { maxLength: 3 },
  );
  return fc
    .tuple(fc.tuple(...known), unknown)
    .chain(([old, added]) => fc.shuffledSubarray([...old, ...added], { minLength: old.length + added.length }))
    .map((entries) => Object.fromEntries(entries));
}

const meta = { errors: [], warnings: [{ code: "W" }], infos: [] };

test("R11: properties nobody knows, anywhere and in any order, change no airport", async () => {
  await fc.assert(
    fc.asyncProperty(
      grown({ meta, data: [luton, { ...luton, id: "aport-2", country: { code: "GB", name: "UK" } }] }),
      async (body) => {
        const { client } = createMarketplace(() => Response.json(body));
        expect(await client.airports.search({ filter: "lut" })).toEqual([
          { ...luton, position: { latitude: 51.87, longitude: -0.37 } },
          {
            ...luton,
            id: "aport-2",
            country: { code: "GB", name: "UK" },
            position: { latitude: 51.87, longitude: -0.37 },
          },
        ]);
      },
    ),
    { numRuns: 300 },
  );
});

test("R11: nor a search, nor a lead", async () => {
  await fc.assert(
    fc.asyncProperty(
      grown({ meta, data: { id: "x-1", href: "h", type: "t", results: [], sellerQuotes: [{ id: "q" }] } }),
      async (body) => {
        const { client } = createMarketplace(() => Response.json(body));
        expect(await client.searches.create(searchBody, { fields: [] })).toEqual({ id: "x-1", results: [] });
        const { raw, ...lead } = await client.leads.create(leadBody);
        expect(lead).toEqual({ id: "x-1", href: "h", type: "t", sellerQuotes: [{ id: "q" }] });
        expect(raw).toBe(JSON.stringify(body));
      },
    ),
    { numRuns: 300 },
  );
});
