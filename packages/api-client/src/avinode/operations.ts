import type { AvinodeFailure, AvinodeOperation } from "./errors.ts";

export interface OperationRule {
  /** Whether the call makes something at the marketplace. Then an answer we did not get leaves its outcome open. */
  hasEffect: boolean;
  /** How often it may be sent in all, a second time only after one of `retryOn` (R12). */
  tries: number;
  retryOn: readonly AvinodeFailure[];
  /** Milliseconds one try may take, answer included. */
  timeoutMs: number;
  /** Milliseconds the whole call may spend queued or backing off. */
  waitMs: number;
}

const read = {
  hasEffect: false,
  tries: 3,
  retryOn: ["limited", "unavailable", "unsent"],
  timeoutMs: 6_000,
  waitMs: 3_000,
} satisfies OperationRule;

/** Retries, and patience, by operation. A lead is sent once: whoever delivers it knows what a repeat means. */
export const operations: Record<AvinodeOperation, OperationRule> = {
  "airports.search": read,
  "airports.read": read,
  "searches.create": {
    hasEffect: false,
    tries: 2,
    retryOn: ["limited", "unavailable", "unsent"],
    timeoutMs: 30_000,
    waitMs: 8_000,
  },
  "leads.create": { hasEffect: true, tries: 1, retryOn: [], timeoutMs: 30_000, waitMs: 30_000 },
};
