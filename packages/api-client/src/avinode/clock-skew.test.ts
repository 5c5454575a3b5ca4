import { expect, test } from "vitest";
import { answer, createMarketplace, luton } from "../../test/marketplace.ts";

const start = Date.UTC(2026, 11, 1, 10);

/** What a second call is stamped with, relative to our own clock, when the first answer's `Date` was so many seconds ahead. */
async function stampAfter(aheadSeconds: number | null) {
  const { client, seen } = createMarketplace(() => {
    const headers = aheadSeconds === null ? {} : { Date: new Date(start + aheadSeconds * 1000).toUTCString() };
    return answer([luton], { headers });
  });
  await client.airports.search({ filter: "lut" });
  await client.airports.search({ filter: "lut" });
  const stamp = Date.parse(seen[1]!.headers.get("X-Avinode-SentTimestamp") ?? "");
  return { aheadMs: stamp - start, skewMs: client.clockSkewMs() };
}

test.each([
  [null, 0, 0],
  [0, 0, 500],
  [60, 0, 60_500],
  [-600, -599_500, -599_500],
  [600, 600_500, 600_500],
  [3 * 86_400, 0, 259_200_500],
])("R14: with the marketplace %j s ahead the stamp is moved by %i ms", async (ahead, aheadMs, skewMs) => {
  expect(await stampAfter(ahead)).toEqual({ aheadMs, skewMs });
});

test("a Date that is none teaches nothing", async () => {
  const { client } = createMarketplace(() => answer([], { headers: { Date: "yesterday" } }));
  await client.airports.search({ filter: "lut" });
  expect(client.clockSkewMs()).toBe(0);
});
