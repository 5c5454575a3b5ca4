import type { Database } from "../database/database.ts";

/** Whose connection. */
export interface ConnectionScope {
  brokerId: string;
  environment: string;
}

export interface ConnectionsStore {
  /** It worked just now. */
  noteSuccess(scope: ConnectionScope): Promise<void>;
  /** When it last worked, ISO 8601 UTC; counting begins with the first time it is asked. */
  lastSuccess(scope: ConnectionScope): Promise<string>;
  /** Whether it falls to the caller to tell of so many days of silence: to one of all who ask, and once. */
  claimTelling(scope: ConnectionScope, by: { days: number; lastSuccess: string }): Promise<boolean>;
}

export function createConnectionsStore({ build, run, clock }: Database): ConnectionsStore {
  const now = () => new Date(clock.now()).toISOString();
  const rowOf = ({ brokerId, environment }: ConnectionScope) => ({
    broker_id: brokerId,
    environment,
    last_success_at: now(),
    told_days: 0,
  });
  return {
    async noteSuccess(scope) {
      const row = rowOf(scope);
      const { last_success_at, told_days } = row;
      const insert = build.insertInto("connections").values(row);
      await run(
        insert.onConflict((conflict) =>
          conflict.columns(["broker_id", "environment"]).doUpdateSet({ last_success_at, told_days }),
        ),
      );
    },

    async lastSuccess(scope) {
      const row = rowOf(scope);
      await run(
        build
          .insertInto("connections")
          .values(row)
          .onConflict((conflict) => conflict.doNothing()),
      );
      const [found] = await run(
        build
          .selectFrom("connections")
          .select("last_success_at")
          .where("broker_id", "=", scope.brokerId)
          .where("environment", "=", scope.environment),
      );
      return found?.last_success_at ?? row.last_success_at;
    },

    async claimTelling({ brokerId, environment }, { days, lastSuccess }) {
      const told = await run(
        build
          .updateTable("connections")
          .set({ told_days: days })
          .where("broker_id", "=", brokerId)
          .where("environment", "=", environment)
          .where("last_success_at", "=", lastSuccess)
          .where("told_days", "<", days)
          .returning("told_days"),
      );
      return told.length > 0;
    },
  };
}
