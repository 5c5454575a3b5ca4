import type { AvinodeOperation } from "@liftline/schema/avinode";
import type { AvinodeError } from "./errors.ts";

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

/** Somebody waits, or a notification was just delivered: worth a few tries, a timeout included. */
const download: OperationRule = { hasEffect: false, tries: 4, canRepeat: isPassing, timeoutMs: 15_000, waitMs: 30_000 };

/**
 * Another company sees what it does, and nothing there tells a repeat from a second wish: two quotes, two messages, two trips. Sent
 * once; where the answer is lost, read again before asking again.
 */
const once: OperationRule = { hasEffect: true, tries: 1, canRepeat: () => false, timeoutMs: 30_000, waitMs: 30_000 };

const search: OperationRule = {
  hasEffect: false,
  tries: 2,
  canRepeat: repeatsSearch,
  timeoutMs: 30_000,
  waitMs: 8_000,
};

/** Retries, and patience, by operation (R12). */
export const operations: Record<AvinodeOperation, OperationRule> = {
  "airports.search": read,
  "airports.read": read,
  "searches.create": search,
  "searches.read": download,
  // Whoever delivers a lead knows what a repeat means (R20).
  "leads.create": once,
  "leads.read": patient,
  "emptylegs.search": search,
  "emptylegs.read": download,
  "emptylegs.create": once,
  "emptylegs.update": once,
  "emptylegs.delete": once,
  "emptylegs.viewed": once,
  "watches.create": once,
  "watches.list": download,
  "watches.read": download,
  "watches.update": once,
  // A GET with an effect: it sets off a notification for each leg, and is meant to be called once for each watch (R24, seed 004).
  "watches.getall": once,
  "trips.create": once,
  "trips.read": download,
  "trips.update": once,
  "trips.search": download,
  // Final, and every seller is told (seed 004).
  "trips.cancel": once,
  "rfqs.create": once,
  "rfqs.list": download,
  "rfqs.read": download,
  "rfqs.cancel": once,
  "quotes.read": download,
  "tripmsgs.read": download,
  "tripmsgs.chat": once,
  "tripmsgs.submitQuote": once,
  "tripmsgs.decline": once,
  // No retry at all: the next round, at least 5 minutes later, carries the whole schedule anyway (seed 004).
  "schedules.put": once,
  "schedules.list": download,
  "aircraft.search": download,
  "aircraft.read": download,
  "aircrafttypes.list": download,
  "aircrafttypes.search": download,
  // Whether settings were made or changed shows when they are listed again.
  "webhooks.list": patient,
  "webhooks.create": patient,
  "webhooks.update": patient,
};

/** Not after a timeout: whoever typed has waited long enough. */
function repeatsRead({ reason, network }: AvinodeError): boolean {
  return reason === "limited" || reason === "unsent" || (reason === "unavailable" && network !== "TIMEOUT");
}

/** Whatever can pass by itself. */
function isPassing({ reason }: AvinodeError): boolean {
  return reason === "limited" || reason === "unsent" || reason === "unavailable";
}

/** A search is the marketplace's dearest call: only where it did not begin. */
function repeatsSearch({ reason, status }: AvinodeError): boolean {
  return reason === "limited" || reason === "unsent" || (reason === "unavailable" && status === 503);
}
