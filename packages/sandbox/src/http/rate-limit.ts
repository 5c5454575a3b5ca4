import { limited, limitHeaders } from "./refusal.ts";

/** `perSecond` calls a second for ever, `burst` at once (seed 002: about one a second, with some bursting): 429. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** The older way (seed 004): so many calls until the hour is full, then 403; every answer tells how many are left. */
export interface HourlyRate {
  perHour: number;
}

export interface RateLimit {
  /** Throws the refusal where there are too many; else the headers that the answer carries. */
  take(key: string, now: number): Record<string, string>;
  forget(): void;
}

const hourMs = 3_600_000;

/** A bucket for each connection and endpoint. */
export function createRateLimit(rate: Rate | HourlyRate | null): RateLimit {
  if (rate === null) return { take: () => ({}), forget: () => {} };
  return "perHour" in rate ? createHourly(rate) : createSteady(rate);
}

function createSteady(rate: Rate): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  function take(key: string, now: number): Record<string, string> {
    const bucket = buckets.get(key) ?? { left: rate.burst, at: now };
    const left = Math.min(rate.burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond);
    if (left < 1) {
      buckets.set(key, { left, at: now });
      throw limited(429, { calls: rate.burst, resetSeconds: Math.max(1, Math.ceil((1 - left) / rate.perSecond)) });
    }
    buckets.set(key, { left: left - 1, at: now });
    return {};
  }
  return { take, forget: () => buckets.clear() };
}

function createHourly({ perHour }: HourlyRate): RateLimit {
  const hours = new Map<string, { hour: number; used: number }>();
  function take(key: string, now: number): Record<string, string> {
    const hour = Math.floor(now / hourMs);
    const last = hours.get(key);
    const used = last?.hour === hour ? last.used : 0;
    const resetSeconds = Math.ceil(((hour + 1) * hourMs - now) / 1000);
    if (used >= perHour) throw limited(403, { calls: perHour, resetSeconds });
    hours.set(key, { hour, used: used + 1 });
    return limitHeaders({ calls: perHour, left: perHour - used - 1, resetSeconds });
  }
  return { take, forget: () => hours.clear() };
}
