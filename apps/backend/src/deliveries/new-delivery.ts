import type { Broker } from "../brokers/broker.ts";
import type { ChannelName } from "./channels/channel.ts";
import type { DeliveriesTable } from "./deliveries.table.ts";
import { giveUpAfterMs, lateAfterMs } from "./delivery-schedule.ts";

export interface NewDelivery {
  id: string;
  leadId: string;
  broker: Pick<Broker, "id" | "environment">;
  channel: ChannelName;
  /** JSON, frozen from here on: every try sends exactly this. */
  body: string;
  /** ISO 8601 UTC. */
  now: string;
}

/** A delivery that nobody has tried yet, due at once. */
export function newDelivery({ id, leadId, broker, channel, body, now }: NewDelivery): DeliveriesTable {
  return {
    id,
    lead_id: leadId,
    broker_id: broker.id,
    environment: broker.environment,
    channel,
    state: "accepted",
    attempts: 0,
    next_at: now,
    lease: null,
    lease_until: null,
    body,
    generation: 1,
    sequence: 0,
    reads: 0,
    external_id: null,
    sellers: null,
    answer: null,
    reason: null,
    created_at: now,
    give_up_at: later(now, giveUpAfterMs),
    // A mail about a mail that cannot be sent cannot be sent either.
    alert_at: channel.startsWith("email-") ? null : later(now, lateAfterMs),
    settled_at: null,
  };
}

/** A delivery that no machine can make as things are; a person is told at once, and may have it tried when they are not. */
export function waitForPerson(delivery: DeliveriesTable, reason: string): DeliveriesTable {
  const { created_at: now } = delivery;
  return { ...delivery, state: "manual", reason, next_at: null, give_up_at: null, alert_at: now, settled_at: now };
}

function later(now: string, ms: number): string {
  return new Date(Date.parse(now) + ms).toISOString();
}
