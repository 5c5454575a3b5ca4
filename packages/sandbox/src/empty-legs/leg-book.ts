import { boundedMap } from "../bounded-map.ts";
import type { StoredSchedule } from "../schedules/put-schedule.ts";
import type { StoredWatch } from "../watches/watch.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { OwnLeg } from "./market.ts";
import type { StoredLegSearch } from "./search-legs.ts";
import { createStock, type Stock } from "./stock.ts";
import type { LegView } from "./view-leg.ts";

/** All there is about empty legs, and the schedules they come from; a weekly reset begins a new one. */
export interface LegBook {
  /** What the other companies of the world publish. */
  readonly stock: Stock;
  /** What connections publish, by `POST /emptylegs` or in a schedule. */
  readonly own: Map<string, OwnLeg>;
  readonly searches: Map<string, StoredLegSearch>;
  readonly views: LegView[];
  readonly watches: Map<string, StoredWatch>;
  /** By tail. */
  readonly schedules: Map<string, StoredSchedule>;
  /** When each tail's schedule was last sent, whatever came of it. */
  readonly uploads: Map<string, number>;
}

const mostSearches = 500;

export function createLegBook(world: { seed: number; fleet: Aircraft[] }): LegBook {
  return {
    stock: createStock(world),
    own: new Map(),
    searches: boundedMap(mostSearches),
    views: [],
    watches: new Map(),
    schedules: new Map(),
    uploads: new Map(),
  };
}
