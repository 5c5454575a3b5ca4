import type { AvinodeError, AvinodeOperation } from "./errors.ts";

export interface OperationRule {
  /** Whether the call makes something at the marketplace. Then an answer we did not get leaves its outcome open. */
  hasEffect: boolean;
  /** How often it may be sent in all, a second time only after what `canRepeat` allows (R12). */
  tries: number;
  canRepeat(this: void, failure: AvinodeError): boolean;
  /** Milliseconds one try may take, answer included. */
  timeoutMs: number;
  /** Milliseconds the whole call may spend queued or backing off. */
  waitMs: number;
}

/** Nobody stands waiting: whoever asks comes again by a schedule of its own. */
const patient: OperationRule = {
  hasEffect: false,
  tries: 1,
  canRepeat: () => false,
  timeoutMs: 15_000,
  waitMs: 15_000,
};

const read: OperationRule = {
  hasEffect: false,
  tries: 3,
  canRepeat: repeatsRead,
  timeoutMs: 6_000,
  waitMs: 3_000,
};

/** Retries, and patience, by operation. A lead is sent once: whoever delivers it knows what a repeat means. */
export const operations: Record<AvinodeOperation, OperationRule> = {
  "airports.search": read,
  "airports.read": read,
  "searches.create": { hasEffect: false, tries: 2, canRepeat: repeatsSearch, timeoutMs: 30_000, waitMs: 8_000 },
  "leads.create": { hasEffect: true, tries: 1, canRepeat: () => false, timeoutMs: 30_000, waitMs: 30_000 },
  "leads.read": patient,
  // Whether settings were made or changed shows when they are listed again.
  "webhooks.list": patient,
  "webhooks.create": patient,
  "webhooks.update": patient,
};

/** Not after a timeout: whoever typed has waited long enough. */
function repeatsRead({ reason, network }: AvinodeError): boolean {
  return reason === "limited" || reason === "unsent" || (reason === "unavailable" && network !== "TIMEOUT");
}

/** A search is the marketplace's dearest call: only where it did not begin. */
function repeatsSearch({ reason, status }: AvinodeError): boolean {
  return reason === "limited" || reason === "unsent" || (reason === "unavailable" && status === 503);
}
