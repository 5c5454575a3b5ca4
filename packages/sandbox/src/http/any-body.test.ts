import fc from "fast-check";
import { z } from "zod";
import { AvinodeMeta } from "@liftline/schema/avinode";
import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { legBody, sellerToken, tailOfSeller } from "../../test/legs.ts";
import { emptyActivity, landed } from "../../test/schedule.ts";

const place = { airport: { icao: "EGGW" } };
const bodies: [string, "post" | "put", string, object][] = [
  ["a search for empty legs", "post", "/emptylegs/search", { startAirport: { icao: "EGGW" }, date: "2026-12-05" }],
  ["a leg", "post", "/emptylegs", legBody()],
  [
    "a watch",
    "post",
    "/emptylegs/watches",
    { uniqueName: "A", active: true, watchedSegments: [{ start: place, end: { countryCode: "US" } }], daysOut: 3 },
  ],
  [
    "a schedule",
    "put",
    "/schedules",
    { lift: { aircraftTail: tailOfSeller() }, activities: [landed, emptyActivity({ services: [] })] },
  ],
];

const texts = fc.oneof(
  fc.constantFrom("", " ", "-1", "9999-12-31", "9999-12-31T23:59Z", "0000-01-01", "EG", "US-AZ", "\u0000", "__proto__"),
  fc.string(),
);
const anything = fc.oneof(fc.jsonValue(), texts, fc.constantFrom(0, -1, 1e308, null, [], {}));

/** The body with one or more of its parts, at any depth, replaced by anything or left out. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.oneof({ weight: 6, arbitrary: fc.tuple(...value.map(spoilt)) }, anything);
  if (typeof value !== "object" || value === null) {
    return fc.oneof({ weight: 8, arbitrary: fc.constant(value) }, anything);
  }
  const parts = Object.entries(value).map(([name, part]) => fc.tuple(fc.constant(name), spoilt(part)));
  const whole = fc
    .tuple(...parts)
    .chain((entries) => fc.subarray(entries, { minLength: Math.max(0, entries.length - 1) }))
    .map((entries) => Object.fromEntries(entries));
  return fc.oneof({ weight: 12, arbitrary: whole }, anything);
}

describe("whatever the body is, it is done or refused in the marketplace's own words:", () => {
  test.each(bodies)("%s", { timeout: 60_000 }, async (_, method, path, body) => {
    const caller = createCaller();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 1, arbitrary: anything }, { weight: 9, arbitrary: spoilt(body) }),
        async (sent) => {
          caller.advance(5 * 60_000);
          // `undefined` cannot be sent: nor can what JSON cannot write.
          const answer = await caller[method](path, sent ?? null, sellerToken);
          expect([200, 201, 400, 403, 422]).toContain(answer.status);
          const { meta } = z.object({ meta: AvinodeMeta }).parse(JSON.parse(answer.text));
          if (answer.status >= 400) expect(meta.errors?.[0]?.code).toMatch(/^[A-Z_]+$/);
          expect((await caller.get("/airports/search?filter=luton")).status).toBe(200);
        },
      ),
      { numRuns: 60 },
    );
  });
});
