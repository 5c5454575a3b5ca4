import type { Kysely } from "kysely";

/** When each connection to the marketplace last worked, and whom we have told that it did not. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("connections")
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("last_success_at", "text", (column) => column.notNull())
    .addColumn("told_days", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("connections_key", ["broker_id", "environment"])
    .execute();
}
