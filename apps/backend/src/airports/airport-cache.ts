import type { Airport } from "@liftline/schema";
import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";

/** What the marketplace said to one lookup. */
export interface AirportAnswer {
  /** Most popular first. */
  airports: Airport[];
  /** Whether these are all there are, so that a longer text can only find some of them. */
  complete: boolean;
}

/** Answers of the marketplace, shared by all visitors of a broker. Nothing about a visitor is in it. */
export interface AirportCache {
  /** The answer kept under this key, where there is a fresh one. */
  peek(key: string): AirportAnswer | undefined;
  /** The answer kept under this key, or that of `load`, which runs once for all who ask meanwhile. */
  get(key: string, load: () => Promise<AirportAnswer>): Promise<AirportAnswer>;
}

/** Short: the marketplace allows lookups that follow typing, not a collection of its airports (R16). */
const keptForMs = 60 * 60_000;
const answerLimit = 5_000;

export function createAirportCache(clock: Clock): AirportCache {
  const answers = new LRUCache<string, AirportAnswer, () => Promise<AirportAnswer>>({
    max: answerLimit,
    ttl: keptForMs,
    ttlResolution: 0,
    perf: clock,
    fetchMethod: (_key, _stale, { context: load }) => load(),
    // Airports do not move: an old answer is better than none while the marketplace is away.
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
  });
  return {
    peek: (key) => answers.get(key),
    get: (key, load) => answers.forceFetch(key, { context: load }),
  };
}
