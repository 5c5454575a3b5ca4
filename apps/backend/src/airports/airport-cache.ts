import type { Airport } from "@liftline/schema";
import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";

/** What the marketplace said to one lookup. */
export interface AirportAnswer {
  /** Best first. */
  airports: Airport[];
  /** Whether these are all there are, so that a longer text can only find some of them. */
  complete: boolean;
}

/** Answers of the marketplace, shared by all visitors of a broker. Nothing about a visitor is in it. */
export interface AirportCache {
  /** The answer kept under this key, where it is fresh. */
  findFresh(key: string): AirportAnswer | undefined;
  keep(key: string, answer: AirportAnswer): AirportAnswer;
  /**
   * Runs `load` once for all who ask for the key meanwhile. Where it may not run or fails, an old answer stands in;
   * undefined where there is none. After a failure the whole scope rests for a while.
   */
  load(
    key: string,
    when: { scope: string; mayCall: boolean },
    load: () => Promise<AirportAnswer>,
  ): Promise<AirportAnswer | undefined>;
}

/** Short: the marketplace allows lookups that follow typing, not a collection of its airports (R16). */
const freshForMs = 60 * 60_000;
/** Airports do not move: while the marketplace is away, yesterday's answer is better than none. */
const usableForMs = 24 * 60 * 60_000;
/** Nobody else waits for a marketplace that has just not answered. */
const restMs = 5_000;
const answerLimit = 5_000;

/** `coalesces`: whether a lookup may wait for what another one began. Not on Workers, where that may end without a word. */
export function createAirportCache(clock: Clock, { coalesces = true } = {}): AirportCache {
  const kept = new LRUCache<string, { answer: AirportAnswer; at: number }>({ max: answerLimit });
  const loading = new Map<string, Promise<AirportAnswer | undefined>>();
  const restingUntil = new Map<string, number>();

  function find(key: string, forMs: number): AirportAnswer | undefined {
    const entry = kept.get(key);
    return entry && clock.now() - entry.at < forMs ? entry.answer : undefined;
  }

  function keep(key: string, answer: AirportAnswer): AirportAnswer {
    kept.set(key, { answer, at: clock.now() });
    return answer;
  }

  async function run(
    key: string,
    scope: string,
    load: () => Promise<AirportAnswer>,
  ): Promise<AirportAnswer | undefined> {
    try {
      return keep(key, await load());
    } catch {
      // The client has logged why; whoever types only needs airports.
      restingUntil.set(scope, clock.now() + restMs);
      return find(key, usableForMs);
    } finally {
      loading.delete(key);
    }
  }

  return {
    findFresh: (key) => find(key, freshForMs),
    keep,
    async load(key, { scope, mayCall }, load) {
      const underway = coalesces ? loading.get(key) : undefined;
      if (underway) return underway;
      if (!mayCall || clock.now() < (restingUntil.get(scope) ?? 0)) return find(key, usableForMs);
      const started = run(key, scope, load);
      loading.set(key, started);
      return started;
    },
  };
}
