import { sql } from "kysely";
import type { Database } from "../database/database.ts";

/** Deliveries of one broker by one channel in one state. */
export interface DeliveryFigure {
  broker: string;
  channel: string;
  state: string;
  count: number;
  /** When the oldest of them was made, ISO 8601 UTC. */
  oldest: string;
}

export interface FiguresStore {
  deliveries(environment: string): Promise<DeliveryFigure[]>;
  /** Notifications that somebody has yet to look at. */
  waiting(environment: string): Promise<{ broker: string; count: number }[]>;
}

export function createFiguresStore({ build, run }: Database): FiguresStore {
  const count = sql<number>`cast(count(*) as integer)`.as("count");
  return {
    deliveries: (environment) =>
      run(
        build
          .selectFrom("deliveries")
          .select(["broker_id as broker", "channel", "state", count])
          .select((select) => select.fn.min("created_at").as("oldest"))
          .where("environment", "=", environment)
          .groupBy(["broker_id", "channel", "state"])
          .orderBy("broker_id")
          .orderBy("channel")
          .orderBy("state"),
      ),

    waiting: (environment) =>
      run(
        build
          .selectFrom("notifications")
          .select(["broker_id as broker", count])
          .where("environment", "=", environment)
          .where("next_at", "is not", null)
          .groupBy("broker_id")
          .orderBy("broker_id"),
      ),
  };
}
