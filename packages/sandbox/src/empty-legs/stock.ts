import { createRandom, seedFor } from "../random.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { EmptyLeg } from "./empty-leg.ts";
import { planLeg, type PlannedLeg } from "./plan-leg.ts";

/** What the other companies of the world publish: it comes and goes with the clock, and is the same for the same seed. */
export interface Stock {
  /** All legs on the market at a moment. */
  at(now: number): EmptyLeg[];
}

const dayMs = 86_400_000;
/** Departures planned for each day; not all are on the market at once. */
const plansADay = 180;
/** Nothing is published earlier before its day, or stays longer after it. */
const daysBefore = 17;
const daysAfter = 6;

export function createStock({ seed, fleet }: { seed: number; fleet: Aircraft[] }): Stock {
  const firstNumber = createRandom(seedFor(seed, "empty legs")).between(1_000_000, 90_000_000);
  const days = new Map<number, PlannedLeg[]>();

  function plansOf(day: number): PlannedLeg[] {
    const known = days.get(day);
    if (known !== undefined) return known;
    const random = createRandom(seedFor(seed, `empty legs ${day}`));
    const plans = Array.from({ length: plansADay }, (_, index) =>
      planLeg(random, { id: `el-${firstNumber + day * plansADay + index}`, fleet, day: day * dayMs }),
    ).filter((plan) => plan !== undefined);
    days.set(day, plans);
    return plans;
  }

  return {
    at(now) {
      const today = Math.floor(now / dayMs);
      const [first, last] = [today - daysAfter, today + daysBefore];
      for (const day of days.keys()) if (day < first || day > last) days.delete(day);
      return Array.from({ length: last - first + 1 }, (_, index) => plansOf(first + index))
        .flat()
        .flatMap((plan) => asOf(plan, now) ?? []);
    },
  };
}

function asOf({ leg, publishedAt, withdrawnAt, change }: PlannedLeg, now: number): EmptyLeg | undefined {
  if (now < publishedAt || now >= withdrawnAt) return undefined;
  return change !== undefined && now >= change.at ? { ...leg, price: change.price, version: 2 } : leg;
}
