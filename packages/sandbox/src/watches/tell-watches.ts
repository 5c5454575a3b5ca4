import type { EmptyLeg } from "../empty-legs/empty-leg.ts";
import { legsOnMarket } from "../empty-legs/market.ts";
import type { State } from "../state.ts";
import { announce } from "../webhooks/outbox.ts";
import { matchesWatch } from "./match-watch.ts";
import type { StoredWatch } from "./watch.ts";

/**
 * Tells each watch of the legs that have come within it, changed, or gone since it was last told. The stock and `daysOut` move with
 * the clock, so this is asked again and again.
 */
export function tellWatches(state: State): void {
  const active = [...state.legs.watches.values()].filter(({ body }) => body.active);
  if (active.length === 0) return;
  const legs = legsOnMarket(state, state.now());
  for (const watch of active) {
    const now = versionsOf(matchingLegs(legs, watch, state));
    const changed = [...now].filter(([id, version]) => watch.known.get(id) !== version).map(([id]) => id);
    const gone = [...watch.known.keys()].filter((id) => !now.has(id));
    watch.known = now;
    for (const id of [...changed, ...gone]) tellOf(id, watch, state);
  }
}

/** What a watch finds now is known from here on: `getall` is there to fetch it (seed 004). */
export function startWatching(watch: StoredWatch, state: State): EmptyLeg[] {
  const legs = matchingLegs(legsOnMarket(state, state.now()), watch, state);
  watch.known = versionsOf(legs);
  return legs;
}

/** A pointer, whatever happened: 404 at its address is how a reader learns that the leg is gone. */
export function tellOf(id: string, { connection }: StoredWatch, state: State): void {
  const body = { id, href: `${state.baseUrl}/emptylegs/${id}`, type: "emptylegs" };
  announce(state, { connection, event: "EmptyLegs", body });
}

function matchingLegs(legs: EmptyLeg[], { body }: StoredWatch, state: State): EmptyLeg[] {
  return legs.filter((leg) => matchesWatch(leg, body, state.now()));
}

function versionsOf(legs: EmptyLeg[]): Map<string, number> {
  return new Map(legs.map(({ id, version }) => [id, version]));
}
