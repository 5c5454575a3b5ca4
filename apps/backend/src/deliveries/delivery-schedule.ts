const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** When a channel tries again. */
export interface Schedule {
  /** Milliseconds before each further try; the last one holds for all that follow. */
  delaysMs: readonly number[];
}

/** 5 s, 30 s, 2 min, 10 min, 30 min, then hourly (`reliability.md` §4). */
export const patientSchedule: Schedule = {
  delaysMs: [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour],
};

/** After that a person takes over, whatever the channel. */
export const giveUpAfterMs = 72 * hour;

/** A delivery that takes longer is told to the broker by mail (R19 of `reliability.md` §2). */
export const lateAfterMs = 10 * minute;

/** How far apart the broker's connection is probed while it is refused. */
export const probeMs = 5 * minute;

/** The other end's wish to be left alone counts, but a wrong one must not park a lead for ever. */
const shortestWaitMs = second;
const longestWaitMs = hour;

/**
 * `backoff`: by the schedule. `shortly`: within 1 to 5 s. `now`: at once. `probe`: when the connection is looked at again. A
 * number: when we were told to, in milliseconds.
 */
export type Wait = "backoff" | "shortly" | "now" | "probe" | number;

/** What the next try depends on. */
export interface NextTry {
  schedule: Schedule;
  /** Tries so far that count. */
  attempts: number;
  /** Chance in [0, 1): full jitter, so that many leads do not come back together. */
  fraction: number;
  wait: Wait;
}

/** Whole milliseconds until the next try. */
export function delayBefore({ schedule, attempts, fraction, wait }: NextTry): number {
  if (wait === "backoff") return Math.round(fraction * backOff(schedule, attempts));
  if (wait === "shortly") return Math.round((1 + 4 * fraction) * second);
  if (wait === "now") return 0;
  if (wait === "probe") return probeMs;
  // NaN is no wish at all.
  const wish = Number.isNaN(wait) ? shortestWaitMs : Math.min(Math.max(wait, shortestWaitMs), longestWaitMs);
  return Math.round(wish + fraction * second);
}

function backOff({ delaysMs }: Schedule, attempts: number): number {
  return delaysMs[Math.max(0, attempts - 1)] ?? delaysMs.at(-1) ?? hour;
}
