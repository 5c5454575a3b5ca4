import type { AvinodeLeadRequest } from "@liftline/schema/avinode";
import type { Broker } from "../brokers/broker.ts";
import type { ChannelName } from "./channels/channel.ts";
import type { DeliveriesTable } from "./deliveries.table.ts";

export interface NewDelivery {
  id: string;
  leadId: string;
  broker: Pick<Broker, "id" | "environment">;
  channel: ChannelName;
  /** Frozen from here on: every try sends exactly this. */
  body: AvinodeLeadRequest;
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
    body: JSON.stringify(body),
    external_id: null,
    sellers: null,
    answer: null,
    reason: null,
    created_at: now,
    settled_at: null,
  };
}
