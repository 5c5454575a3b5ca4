import type { DeliveryState } from "./delivery-state.ts";

/** One row for each lead and channel. */
export interface DeliveriesTable {
  id: string;
  lead_id: string;
  broker_id: string;
  environment: string;
  /** Where to: `marketplace`. */
  channel: string;
  state: DeliveryState;
  /** Tries that count for the schedule. */
  attempts: number;
  /** When somebody has to look at it again; null when nobody has to. While it is being sent: when the lease ends. */
  next_at: string | null;
  /** Who is at it; every transition out of `sending` must name it. */
  lease: string | null;
  lease_until: string | null;
  /** JSON, frozen: every repeat sends the same (`reliability.md` §4, I4). */
  body: string;
  /** The lead's id at the other end. */
  external_id: string | null;
  /** JSON: who markets the chosen aircraft. Back office only (R21). */
  sellers: string | null;
  /** The answer as it came, because its shape is not documented. Back office only (R21). */
  answer: string | null;
  /** Why it is in this state. */
  reason: string | null;
  created_at: string;
  settled_at: string | null;
}

/** The trail: a row is opened before any byte leaves, and closed once. */
export interface DeliveryAttemptsTable {
  id: string;
  delivery_id: string;
  lease: string;
  started_at: string;
  /** Null: still open, or whoever opened it died. */
  ended_at: string | null;
  /** The state it led to. */
  outcome: DeliveryState | null;
  reason: string | null;
}
