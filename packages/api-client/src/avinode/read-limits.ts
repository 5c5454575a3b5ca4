const shortestMs = 1_000;
const longestMs = 3_600_000;
/** Where a limit names no moment: long enough to let a window pass, short enough for a person who waits. */
const unknownMs = 10_000;

/** What an answer's headers say about the call budget (`avinode-api.md` A9). */
export interface Limits {
  /** `X-Rate-Limit-Remaining` is 0 or less. */
  spent: boolean;
  /** `X-Rate-Limit-Remaining` is more than 0: whatever was refused, it was not for the limit. */
  left: boolean;
  /** `X-Rate-Limit-Reset`, else `Retry-After`, held between a second and an hour. */
  resetMs: number | undefined;
}

export function readLimits(headers: Headers, nowMs: number): Limits {
  const remaining = toNumber(headers.get("X-Rate-Limit-Remaining"));
  return {
    spent: remaining !== undefined && remaining <= 0,
    left: remaining !== undefined && remaining > 0,
    resetMs: toWait(headers.get("X-Rate-Limit-Reset"), nowMs) ?? toWait(headers.get("Retry-After"), nowMs),
  };
}

/** 429, and the older 403 that means the same: there a limit header tells it from a missing permission (G1). */
export function isLimited(status: number, limits: Limits): boolean {
  return status === 429 || (status === 403 && !limits.left && (limits.spent || limits.resetMs !== undefined));
}

/** How long nothing may be called after a limited answer. */
export function limitedFor(limits: Limits): number {
  return limits.resetMs ?? unknownMs;
}

/** Seconds, or a date; `undefined` where it is neither. */
function toWait(text: string | null, nowMs: number): number | undefined {
  const seconds = toNumber(text);
  const ms = seconds === undefined ? toDate(text) - nowMs : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(longestMs, Math.max(shortestMs, ms));
}

function toNumber(text: string | null): number | undefined {
  const number = text?.trim() ? Number(text) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}

/** `Date.parse` alone reads a year into almost any word with a digit. */
function toDate(text: string | null): number {
  return text && /^\s*([A-Z][a-z]{2}, \d|\d{4}-\d{2}-\d{2})/.test(text) ? Date.parse(text) : Number.NaN;
}
