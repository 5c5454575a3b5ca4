import type { DeliveryState } from "./delivery-state.ts";

/** One row for each lead and channel. */
export interface DeliveriesTable {
  id: string;
  lead_id: string;
  broker_id: string;
  environment: string;
  /** Where to: a `ChannelName`, or the name of a channel that this host no longer has. */
  channel: string;
  state: DeliveryState;
  /** Tries that count for the schedule. */
  attempts: number;
  /** When somebody has to look at it again; null when nobody has to. While it is being sent: when the lease ends. */
  next_at: string | null;
  /** Who is at it; every transition out of `sending` must name it. */
  lease: string | null;
  lease_until: string | null;
  /** JSON, frozen for each generation: every repeat sends the same (`reliability.md` §4, I4). */
  body: string;
  /** Counts the bodies, from 1: a new one only after a definite refusal of the one before. */
  generation: number;
  /** Counts the transitions; each has an event of this number. */
  sequence: number;
  /** How often the rest was asked for after it arrived. */
  reads: number;
  /** The lead's id at the other end. */
  external_id: string | null;
  /** JSON: who markets the chosen aircraft. Back office only (R21). */
  sellers: string | null;
  /** The answer as it came, because its shape is not documented. Back office only (R21). */
  answer: string | null;
  /** Why it is in this state. */
  reason: string | null;
  created_at: string;
  /** When a person takes over; null where nobody has to. */
  give_up_at: string | null;
  /** When the broker hears by mail that it is late; null where there is no reason to, or they have heard. */
  alert_at: string | null;
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

/** Append-only: one row for each transition, written with it (I3). The last one of a delivery says its state. */
export interface DeliveryEventsTable {
  delivery_id: string;
  sequence: number;
  state: DeliveryState;
  reason: string | null;
  attempts: number;
  generation: number;
  at: string;
  /** JSON; of a new generation what was matched, with both prices. */
  detail: string | null;
}

/** What is known of a lane: one channel of one broker. No row: nothing is wrong with it. */
export interface DeliveryLanesTable {
  broker_id: string;
  environment: string;
  channel: string;
  /** Failed tries in a row, whatever the delivery. */
  failures: number;
  paused_for: "credentials" | "limited" | "outage" | null;
  /** Until then nothing of it is claimed; after it one probe, where it was paused for more than a limit. */
  paused_until: string | null;
  /** The version of the credentials that were refused: others are worth a try at once. */
  credentials: string | null;
  /** The lease that may probe. */
  probe: string | null;
}
