const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Before each try: at once, then slower, in the end hourly (`reliability.md` §4). */
const delaysMs = [0, 5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour];

/** After that a person has to look. */
export const giveUpAfterMs = 72 * hour;

/** How far apart the broker's connection is probed while it is refused. */
const probeMs = 5 * minute;

/** The marketplace's wish to be left alone counts, but a wrong one must not park a lead for ever. */
const shortestWaitMs = second;
const longestWaitMs = hour;

/** What the next try depends on. */
export interface TryAgain {
  /** Tries so far that count. */
  attempts: number;
  /** Milliseconds since the epoch: when the delivery was made. */
  createdAt: number;
  now: number;
  /** Chance in [0, 1): full jitter, so that many leads do not come back together. */
  fraction: number;
  /** `backoff`: by the schedule. `shortly`: within 1 to 5 s. `probe`: see whether the connection works again. A number: when we were told to, in milliseconds. */
  wait: "backoff" | "shortly" | "probe" | number;
}

/** Milliseconds since the epoch of the next try; null when it is too late for one. */
export function nextTryAt({ attempts, createdAt, now, fraction, wait }: TryAgain): number | null {
  const at = now + delayMs({ attempts, fraction, wait });
  return at - createdAt > giveUpAfterMs ? null : Math.round(at);
}

function delayMs({ attempts, fraction, wait }: Pick<TryAgain, "attempts" | "fraction" | "wait">): number {
  if (wait === "backoff") return fraction * (delaysMs[attempts] ?? hour);
  if (wait === "shortly") return (1 + 4 * fraction) * second;
  if (wait === "probe") return probeMs;
  // NaN is no wish at all.
  const wish = Number.isNaN(wait) ? shortestWaitMs : Math.min(Math.max(wait, shortestWaitMs), longestWaitMs);
  return wish + fraction * second;
}
