import { describe, expect, test } from "vitest";
import { distanceNm } from "../routing/great-circle.ts";
import { createFleet } from "../world/fleet.ts";
import { createStock } from "./stock.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = Date.parse("2026-12-01T12:00:00Z");
const world = { seed: 1, fleet: createFleet(1) };

describe("the stock of empty legs", () => {
  const stock = createStock(world);
  const legs = stock.at(now);

  test("is some hundreds at any time, and the same for the same seed", () => {
    expect(legs.length).toBeGreaterThan(200);
    expect(legs.length).toBeLessThan(1500);
    expect(createStock({ ...world }).at(now)).toEqual(legs);
    expect(createStock({ ...world, seed: 2 }).at(now)).not.toEqual(legs);
    expect(new Set(legs.map(({ id }) => id)).size).toBe(legs.length);
  });

  test("moves with the clock: some go, some come, a few change their price, and going back finds the old ones", () => {
    const later = stock.at(now + dayMs);
    const ids = new Set(legs.map(({ id }) => id));
    expect(later.filter(({ id }) => !ids.has(id)).length).toBeGreaterThan(20);
    expect(legs.filter(({ id }) => !later.some((leg) => leg.id === id)).length).toBeGreaterThan(20);
    const changed = later.filter(({ id, version }) => legs.some((leg) => leg.id === id && leg.version < version));
    expect(changed.length).toBeGreaterThan(2);
    expect(stock.at(now)).toEqual(legs);
  });

  test("can be flown by what flies it, and is not over", () => {
    for (const { aircraft, from, to, startsAt, endsAt, flightMinutes } of legs) {
      expect(aircraft?.type.rangeNm ?? 0).toBeGreaterThan(distanceNm(from, to) * 0.9);
      expect(Math.min(from.runwayM, to.runwayM)).toBeGreaterThanOrEqual(aircraft?.type.runwayM ?? 0);
      expect(endsAt).toBeGreaterThan(now);
      const spanMinutes = (endsAt - startsAt) / 60_000;
      // A planned flight, or a window of at least twice as long and five days at most (seed 004).
      expect(spanMinutes < flightMinutes * 1.5 + 60 || spanMinutes >= flightMinutes * 2).toBe(true);
      expect(spanMinutes).toBeLessThanOrEqual(5 * 24 * 60);
    }
  });

  test("has all kinds: priced or only calculated or neither, verified or not, brokered, windows and flights", () => {
    const kinds = {
      priced: legs.filter(({ price }) => price !== undefined),
      calculatedOnly: legs.filter(({ price, calculated }) => price === undefined && calculated !== undefined),
      neither: legs.filter(({ price, calculated }) => price === undefined && calculated === undefined),
      verified: legs.filter(({ verified }) => verified),
      unverified: legs.filter(({ verified }) => !verified),
      brokered: legs.filter(({ brokered }) => brokered),
      windows: legs.filter(({ startsAt, endsAt, flightMinutes }) => endsAt - startsAt > flightMinutes * 120_000),
    };
    for (const [kind, found] of Object.entries(kinds)) expect([kind, found.length > 3]).toEqual([kind, true]);
    for (const { price, calculated } of kinds.priced) {
      if (price && calculated) expect(price.amount).toBeLessThan(calculated.amount + 200);
    }
  });
});
