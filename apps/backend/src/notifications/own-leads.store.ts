import type { Database } from "../database/database.ts";
import type { NotificationScope } from "./notifications.store.ts";

/** A lead that was made here, and how its way to the marketplace stands. */
export interface OwnLead {
  /** The delivery's state; null where the lead has none to the marketplace. */
  state: string | null;
  /** Until when somebody is at it, ISO 8601 UTC; null where nobody is. */
  leaseUntil: string | null;
}

/** Our own leads by the word that we gave the marketplace for them. */
export interface OwnLeadsStore {
  find(scope: NotificationScope, clientIdentifier: string): Promise<OwnLead | undefined>;
}

export function createOwnLeadsStore({ build, run }: Database): OwnLeadsStore {
  return {
    async find(scope, clientIdentifier) {
      const [found] = await run(
        build
          .selectFrom("leads")
          .leftJoin("deliveries", (join) =>
            join.onRef("deliveries.lead_id", "=", "leads.id").on("deliveries.channel", "=", "marketplace"),
          )
          .select(["deliveries.state", "deliveries.lease_until as leaseUntil"])
          .where("leads.broker_id", "=", scope.brokerId)
          .where("leads.environment", "=", scope.environment)
          .where("leads.client_identifier", "=", clientIdentifier),
      );
      return found;
    },
  };
}
