import type { Kysely } from "kysely";

/** The call budget that all processes on one database share. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("call_buckets")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("full_at", "bigint", (column) => column.notNull())
    .addColumn("frozen_until", "bigint", (column) => column.notNull())
    .addColumn("epoch", "integer", (column) => column.notNull())
    .execute();
}
