import type { Database } from "../database/database.ts";
import type { NotificationScope } from "./notifications.store.ts";

/** Leads from elsewhere whose person wanted to be forgotten. */
export interface ForeignErasuresStore {
  /** Whether the lead of one of these fingerprints was erased: it is not kept again, however often it is announced. */
  has(scope: NotificationScope, fingerprints: readonly string[]): Promise<boolean>;
}

export function createForeignErasuresStore({ build, run }: Database): ForeignErasuresStore {
  return {
    async has({ brokerId, environment }, fingerprints) {
      const found = await run(
        build
          .selectFrom("foreign_erasures")
          .select("erased_at")
          .where("broker_id", "=", brokerId)
          .where("environment", "=", environment)
          .where("fingerprint", "in", fingerprints),
      );
      return found.length > 0;
    },
  };
}
