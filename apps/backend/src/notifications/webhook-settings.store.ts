import type { Database } from "../database/database.ts";
import type { NotificationScope } from "./notifications.store.ts";

/** What we know of our settings at the marketplace. */
export interface KnownWebhookSettings {
  id: string;
  fingerprint: string;
  /** ISO 8601 UTC. */
  checkedAt: string;
}

export interface WebhookSettingsStore {
  find(scope: NotificationScope): Promise<KnownWebhookSettings | undefined>;
  keep(scope: NotificationScope, settings: KnownWebhookSettings): Promise<void>;
}

export function createWebhookSettingsStore({ build, run }: Database): WebhookSettingsStore {
  return {
    async find({ brokerId, environment }) {
      const [found] = await run(
        build
          .selectFrom("webhook_settings")
          .select(["settings_id as id", "fingerprint", "checked_at as checkedAt"])
          .where("broker_id", "=", brokerId)
          .where("environment", "=", environment),
      );
      return found;
    },

    async keep({ brokerId, environment }, { id, fingerprint, checkedAt }) {
      const set = { settings_id: id, fingerprint, checked_at: checkedAt };
      await run(
        build
          .insertInto("webhook_settings")
          .values({ broker_id: brokerId, environment, ...set })
          .onConflict((conflict) => conflict.columns(["broker_id", "environment"]).doUpdateSet(set)),
      );
    },
  };
}
