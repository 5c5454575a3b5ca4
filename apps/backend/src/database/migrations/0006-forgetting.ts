import { sql, type Kysely } from "kysely";

/** When nothing was left to do with a notification, and which leads from elsewhere were erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("notifications").addColumn("settled_at", "text").execute();
  await sql`update notifications set settled_at = last_seen_at where next_at is null`.execute(db);
  await db.schema
    .createIndex("notifications_settled")
    .on("notifications")
    .column("settled_at")
    .where(sql.ref("settled_at"), "is not", null)
    .execute();
  await db.schema.alterTable("foreign_leads").addColumn("fingerprint", "text").execute();
  await db.schema
    .createTable("foreign_erasures")
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("fingerprint", "text", (column) => column.notNull())
    .addColumn("erased_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("foreign_erasures_key", ["broker_id", "environment", "fingerprint"])
    .execute();
}
