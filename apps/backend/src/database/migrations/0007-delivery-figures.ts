import type { Kysely } from "kysely";

/** How many deliveries are in which state is told from this index alone, however many leads there are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("deliveries_figures")
    .on("deliveries")
    .columns(["environment", "broker_id", "channel", "state", "created_at"])
    .execute();
}
