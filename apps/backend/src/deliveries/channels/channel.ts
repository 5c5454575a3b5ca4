import type { Broker } from "../../brokers/broker.ts";
import type { ClaimedDelivery } from "../claimed-delivery.ts";
import type { Schedule } from "../delivery-schedule.ts";
import type { Outcome } from "../outcome.ts";

/**
 * Where a lead can be brought; `crm:2` is the third of the broker's CRM entries, and `crm-erasure:2` tells it to forget the
 * person.
 */
export type ChannelName =
  | "marketplace"
  | "email-client"
  | "email-broker"
  | "email-broker-alert"
  | `crm:${number}`
  | `crm-erasure:${number}`;

/**
 * A way to bring a lead somewhere: a file each in this folder. The machine around it claims, opens an attempt before any byte
 * leaves, and writes down the outcome; a channel only sends.
 */
export interface Channel {
  /** When it is tried again. */
  schedule: Schedule;
  /** Milliseconds one try may take; `signal` fires then. Must stay well below the lease (60 s). */
  tryMs: number;
  /** Tries at a time for one broker. */
  concurrency: number;
  /** Milliseconds until this broker's next try makes sense (its call budget); 0 or missing: now. Spends nothing. */
  waitMs?(broker: Broker): number;
  /**
   * One try. The same delivery may come again after a crash, so what it does must be safe to do twice: `delivery.id` never
   * changes and names it at the other end. Whatever it throws is taken as "may have arrived" and tried again.
   */
  send(delivery: ClaimedDelivery, by: { broker: Broker; signal: AbortSignal }): Promise<Outcome>;
}

/** The channels of this host, by name. */
export interface Channels {
  /** Undefined for a channel that this host no longer has. */
  find(name: string): Channel | undefined;
}
