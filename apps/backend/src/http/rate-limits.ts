import { LRUCache } from "lru-cache";
import type { Clock } from "../clock.ts";

/** What is counted: each has its own allowance for one client address and broker (contract §2, `limits`). */
export type RateLimitName = "lookups" | "searches" | "leads";

/** How many in how long. */
export interface RateLimit {
  count: number;
  windowMs: number;
}

/** Counts requests; one process counts for itself, so replicas multiply the allowance. */
export interface RateLimits {
  /** Takes one from the allowance. Answers 0, or in how many seconds there is a new one. */
  take(name: RateLimitName, bucket: string): number;
}

/** Buckets kept at once; the longest unused are dropped, so that a flood of addresses costs no memory. */
const bucketLimit = 50_000;

export function createRateLimits(limits: Record<RateLimitName, RateLimit>, clock: Clock): RateLimits {
  const windows = new LRUCache<string, { used: number; endsAt: number }>({ max: bucketLimit });
  return {
    take(name, bucket) {
      const { count, windowMs } = limits[name];
      const key = `${name} ${bucket}`;
      const now = clock.now();
      const window = windows.get(key);
      if (!window || window.endsAt <= now) {
        windows.set(key, { used: 1, endsAt: now + windowMs });
        return 0;
      }
      if (window.used >= count) return Math.ceil((window.endsAt - now) / 1000);
      window.used += 1;
      return 0;
    },
  };
}
