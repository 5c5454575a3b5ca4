import type { Clock } from "../clock.ts";

/** The database's time, as far as it can be known here without asking each time. */
export interface MeasuredClock extends Clock {
  /** Whether it was asked too long ago to go by. */
  readonly isStale: boolean;
  /** Asks the database: `readTime` answers milliseconds since the epoch. */
  measure(readTime: () => Promise<number>): Promise<void>;
}

/** Clocks of machines part by less than a millisecond in this time. */
const maxAgeMs = 30_000;

/**
 * A clock that every process on one database agrees on, whatever the machine it runs on believes (I8). It goes by `elapsed`
 * (milliseconds since any moment, never set back) and is wrong by half a round trip at most. What is decided by it is
 * decided again by the lease in the statement's condition, so a wrong time costs a delay, never a lead.
 */
export function createMeasuredClock({
  elapsed = () => performance.now(),
  questions = 3,
}: {
  elapsed?: () => number;
  /** How often the database is asked in a row; the answer that came back fastest counts. */
  questions?: number;
} = {}): MeasuredClock {
  let offset = Date.now() - elapsed();
  let measuredAt = Number.NEGATIVE_INFINITY;
  return {
    now: () => Math.round(elapsed() + offset),
    get isStale() {
      return elapsed() - measuredAt > maxAgeMs;
    },
    async measure(readTime) {
      // Others need not ask as well while this one does.
      measuredAt = elapsed();
      let shortest = Number.POSITIVE_INFINITY;
      for (let question = 0; question < questions; question += 1) {
        const sentAt = elapsed();
        const time = await readTime();
        const roundTrip = elapsed() - sentAt;
        if (roundTrip < shortest) offset = time - sentAt - roundTrip / 2;
        shortest = Math.min(shortest, roundTrip);
      }
    },
  };
}
