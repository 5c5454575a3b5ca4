const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** 2 s, 10 s, 1 min, 5 min, 30 min, then hourly: what was just made can take a moment until it can be read. */
const delaysMs = [2 * second, 10 * second, minute, 5 * minute, 30 * minute];
/** The marketplace itself tries for 48 hours (seed 004). */
const mostAttempts = delaysMs.length + 48;
/** What is not there after these tries is gone. */
const mostAttemptsNotFound = delaysMs.length;

/** How long credentials that were refused are left alone. */
export const probeMs = 5 * minute;

/**
 * Milliseconds until the next try after so many failed ones (from 1), or null where it was the last. `fraction` in [0, 1) is
 * chance: the upper half of each delay is spread.
 */
export function delayAfter(by: { attempts: number; fraction: number; isMissing: boolean }): number | null {
  if (by.attempts > (by.isMissing ? mostAttemptsNotFound : mostAttempts)) return null;
  const delayMs = delaysMs[by.attempts - 1] ?? hour;
  return Math.round(delayMs * (0.5 + by.fraction / 2));
}

/** A limit is waited for as long as it says, within reason. */
export function limitMs(retryAfterMs: number | undefined): number {
  return Math.min(Math.max(retryAfterMs ?? 10 * second, second), hour);
}
