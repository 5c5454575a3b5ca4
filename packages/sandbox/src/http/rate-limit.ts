import { limited } from "./refusal.ts";

/** `perSecond` calls a second for ever, `burst` at once (seed 002: about one a second, with some bursting). */
export interface Rate {
  perSecond: number;
  burst: number;
}

export interface RateLimit {
  take(key: string, now: number): void;
  forget(): void;
}

/** A bucket for each connection and endpoint; throws the 429 when it is empty. */
export function createRateLimit(rate: Rate | null): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  function take(key: string, now: number): void {
    if (rate === null) return;
    const bucket = buckets.get(key) ?? { left: rate.burst, at: now };
    const left = Math.min(rate.burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * rate.perSecond);
    if (left < 1) {
      buckets.set(key, { left, at: now });
      throw limited(429, { calls: rate.burst, resetSeconds: Math.max(1, Math.ceil((1 - left) / rate.perSecond)) });
    }
    buckets.set(key, { left: left - 1, at: now });
  }
  return { take, forget: () => buckets.clear() };
}
