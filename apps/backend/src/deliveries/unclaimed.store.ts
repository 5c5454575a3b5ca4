import type { Database } from "../database/database.ts";
import type { LeadScope } from "../leads/leads.store.ts";
import type { DeliveriesTable, DeliveryEventsTable } from "./deliveries.table.ts";
import { openStates, type DeliveryState } from "./delivery-state.ts";
import { eventQuery } from "./events.store.ts";
import { giveUpAfterMs } from "./delivery-schedule.ts";

/** What is learned of a lead without a delivery of it being claimed. */
export interface Confirmation {
  externalId: string;
  sellers: string | null;
  answer: string;
}

/** Transitions of deliveries that nobody holds. Nothing is read or changed without naming broker and environment. */
export interface UnclaimedStore {
  /** All deliveries of a lead, oldest first; none of another broker's lead. */
  listOf(scope: LeadScope, leadId: string): Promise<DeliveriesTable[]>;
  /** The trail of one. */
  eventsOf(scope: LeadScope, deliveryId: string): Promise<DeliveryEventsTable[]>;
  /** The marketplace itself says that it has this lead of ours: no repeat is needed. False where that was known, or is being learned. */
  confirm(scope: LeadScope, clientIdentifier: string, confirmation: Confirmation): Promise<boolean>;
  /** A person wants it tried again, from the start. False where it is nobody's turn. */
  retry(scope: LeadScope, deliveryId: string): Promise<boolean>;
  /** A person has done it, or has decided against it, and says why. */
  close(
    scope: LeadScope,
    deliveryId: string,
    by: { state: "delivered_by_hand" | "discarded"; reason: string },
  ): Promise<boolean>;
}

/** It may be at the marketplace in any of these. */
const unsettled = [...openStates, "sending", "manual"] as const;

export function createUnclaimedStore(database: Database): UnclaimedStore {
  const { build, clock } = database;

  /** One conditional statement and its event. */
  async function change(
    by: { scope: LeadScope; deliveryId: string; from: readonly DeliveryState[] },
    set: Partial<DeliveriesTable> & { state: DeliveryState },
  ): Promise<boolean> {
    const now = stamp(clock.now());
    const [changed] = await database.atomic([
      build
        .updateTable("deliveries")
        .set((update) => ({ ...set, sequence: update("sequence", "+", 1), lease: null, lease_until: null }))
        .where("id", "=", by.deliveryId)
        .where("broker_id", "=", by.scope.brokerId)
        .where("environment", "=", by.scope.environment)
        .where("state", "in", by.from)
        // Whoever held it and is too late finds that the lease in the condition of its note no longer fits.
        .where((where) => where.or([where("lease", "is", null), where("lease_until", "<=", now)]))
        .returning("id"),
      eventQuery(database, { deliveryId: by.deliveryId, detail: null, now }),
      leftOpenQuery(database, { deliveryId: by.deliveryId, state: set.state, now }),
    ]);
    return changed.length > 0;
  }

  return {
    listOf: (scope, leadId) =>
      database.run(
        build
          .selectFrom("deliveries")
          .selectAll()
          .where("lead_id", "=", leadId)
          .where("broker_id", "=", scope.brokerId)
          .where("environment", "=", scope.environment)
          .orderBy("created_at")
          .orderBy("channel"),
      ),

    eventsOf: (scope, deliveryId) =>
      database.run(
        build
          .selectFrom("delivery_events")
          .innerJoin("deliveries", "deliveries.id", "delivery_events.delivery_id")
          .selectAll("delivery_events")
          .where("delivery_id", "=", deliveryId)
          .where("broker_id", "=", scope.brokerId)
          .where("environment", "=", scope.environment)
          .orderBy("delivery_events.sequence"),
      ),

    async confirm(scope, clientIdentifier, { externalId, sellers, answer }) {
      const [delivery] = await database.run(
        build
          .selectFrom("deliveries")
          .innerJoin("leads", "leads.id", "deliveries.lead_id")
          .select("deliveries.id")
          .where("leads.client_identifier", "=", clientIdentifier)
          .where("leads.broker_id", "=", scope.brokerId)
          .where("leads.environment", "=", scope.environment)
          .where("channel", "=", "marketplace"),
      );
      if (!delivery) return false;
      const now = stamp(clock.now());
      return change(
        { scope, deliveryId: delivery.id, from: unsettled },
        {
          state: sellers === null ? "delivered" : "enriched",
          reason: "confirmed",
          external_id: externalId,
          answer,
          ...(sellers !== null && { sellers }),
          // What it could tell of sellers it has told.
          next_at: null,
          settled_at: now,
          give_up_at: null,
          alert_at: null,
        },
      );
    },

    retry(scope, deliveryId) {
      const now = clock.now();
      const from = { scope, deliveryId, from: ["manual"] as const };
      return change(from, {
        state: "accepted",
        reason: "retried-by-hand",
        attempts: 0,
        next_at: stamp(now),
        settled_at: null,
        give_up_at: stamp(now + giveUpAfterMs),
      });
    },

    close(scope, deliveryId, { state, reason }) {
      const from = { scope, deliveryId, from: ["manual"] as const };
      return change(from, {
        state,
        reason,
        next_at: null,
        give_up_at: null,
        alert_at: null,
        settled_at: stamp(clock.now()),
      });
    },
  };
}

/** An attempt that was left open ends with the delivery's own transition, where that took place. */
function leftOpenQuery({ build }: Database, by: { deliveryId: string; state: DeliveryState; now: string }) {
  const changed = build
    .selectFrom("deliveries")
    .select("id")
    .where("id", "=", by.deliveryId)
    .where("state", "=", by.state)
    .where("lease", "is", null);
  return build
    .updateTable("delivery_attempts")
    .set({ ended_at: by.now, outcome: by.state, reason: "settled-elsewhere" })
    .where("delivery_id", "in", changed)
    .where("ended_at", "is", null);
}

function stamp(ms: number): string {
  return new Date(ms).toISOString();
}
