import type { Database } from "../database/database.ts";
import type { LeadScope } from "../leads/leads.store.ts";

/** A delivery that waits for a person. */
export interface StuckDelivery {
  id: string;
  reference: string;
  channel: string;
  /** Why no machine goes on with it. */
  reason: string | null;
}

export interface StuckStore {
  /** Of one lead, or of all of a broker's; oldest first. */
  list(scope: LeadScope, reference: string | null): Promise<StuckDelivery[]>;
}

export function createStuckStore({ build, run }: Pick<Database, "build" | "run">): StuckStore {
  return {
    list(scope, reference) {
      const all = build
        .selectFrom("deliveries")
        .innerJoin("leads", "leads.id", "deliveries.lead_id")
        .select(["deliveries.id", "leads.reference", "deliveries.channel", "deliveries.reason"])
        .where("deliveries.broker_id", "=", scope.brokerId)
        .where("deliveries.environment", "=", scope.environment)
        .where("deliveries.state", "=", "manual")
        .orderBy("deliveries.created_at")
        .orderBy("deliveries.id");
      return run(reference === null ? all : all.where("leads.reference", "=", reference.toUpperCase()));
    },
  };
}
