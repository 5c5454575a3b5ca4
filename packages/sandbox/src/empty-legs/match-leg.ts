import { distanceNm } from "../routing/great-circle.ts";
import type { Airport } from "../world/airports.ts";
import type { EmptyLeg } from "./empty-leg.ts";

/** What an end-client wants; one airport is enough. */
export interface LegWish {
  from: Airport | undefined;
  to: Airport | undefined;
}

/** How much further the aircraft may fly for the client, as a share of its own way; the examples of seed 004 need 0.14. */
const mostDetour = 0.35;
const mostDetourOneSided = 0.2;
/** However long the leg is. Nautical miles. */
const mostDetourNm = 600;
/** The leg against what is asked: else the price of the one says nothing about the other. */
const feasible = { least: 0.6, most: 2 };

/**
 * How badly a leg fits, or nothing where it does not: the detour by way of the wished airports, as a share of the leg. Exact ones are
 * 0. The marketplace names the kind of rule, not its numbers.
 */
export function matchLeg(leg: Pick<EmptyLeg, "from" | "to" | "distanceNm">, wish: LegWish): number | undefined {
  const detourNm = detourOf(leg, wish);
  const share = detourNm / Math.max(1, leg.distanceNm);
  const most = wish.from && wish.to ? mostDetour : mostDetourOneSided;
  const isNear = share <= most && detourNm <= mostDetourNm;
  return isNear && isFeasible(leg, wish) ? share : undefined;
}

/** Nautical miles more than the leg itself. */
export function detourOf(
  { from, to, distanceNm: own }: Pick<EmptyLeg, "from" | "to" | "distanceNm">,
  wish: LegWish,
): number {
  if (wish.from && wish.to) {
    const flown = distanceNm(from, wish.from) + distanceNm(wish.from, wish.to) + distanceNm(wish.to, to);
    return Math.max(0, Math.round(flown - own));
  }
  return (wish.from ? distanceNm(from, wish.from) : 0) + (wish.to ? distanceNm(to, wish.to) : 0);
}

function isFeasible(leg: Pick<EmptyLeg, "distanceNm">, { from, to }: LegWish): boolean {
  if (!from || !to) return true;
  const ratio = leg.distanceNm / Math.max(1, distanceNm(from, to));
  return ratio >= feasible.least && ratio <= feasible.most;
}
