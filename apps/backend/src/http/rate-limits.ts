import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";

/**
 * What is counted. Visitors: each has its own allowance for one client address and broker (contract §2, `limits`); photos for
 * each address. Webhooks: notifications for each broker, wrong secrets for each address.
 */
export type RateLimitName = "lookups" | "searches" | "leads" | "photos" | "notifications" | "guesses";

/** How many in how long. */
export interface RateLimit {
  count: number;
  windowMs: number;
}

/** Counts requests; one process counts for itself, so replicas multiply the allowance. */
export interface RateLimits {
  /** Takes one from the allowance. Answers 0, or in how many seconds there is a new one. */
  take(name: RateLimitName, bucket: string): number;
  /** What `take` would answer, without taking. */
  wait(name: RateLimitName, bucket: string): number;
}

/** Buckets kept at once; the longest unused are dropped, so that a flood of addresses costs no memory. */
const bucketLimit = 50_000;

export function createRateLimits(limits: Record<RateLimitName, RateLimit>, clock: Clock): RateLimits {
  const windows = new LRUCache<string, { used: number; endsAt: number }>({ max: bucketLimit });

  function wait(name: RateLimitName, bucket: string): number {
    const window = windows.get(`${name} ${bucket}`);
    const now = clock.now();
    if (!window || window.endsAt <= now || window.used < limits[name].count) return 0;
    return Math.ceil((window.endsAt - now) / 1000);
  }

  return {
    wait,
    take(name, bucket) {
      const waitSeconds = wait(name, bucket);
      if (waitSeconds > 0) return waitSeconds;
      const key = `${name} ${bucket}`;
      const now = clock.now();
      const window = windows.get(key);
      if (window && window.endsAt > now) window.used += 1;
      else windows.set(key, { used: 1, endsAt: now + limits[name].windowMs });
      return 0;
    },
  };
}
