import { sql, type Kysely } from "kysely";

/** Which leads are to be or have been erased, and better evidence of consent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("lead_erasures")
    .addColumn("lead_id", "text", (column) => column.primaryKey().notNull().references("leads.id"))
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("requested_at", "text", (column) => column.notNull())
    .addColumn("erased_at", "text")
    .execute();
  await db.schema
    .createIndex("lead_erasures_pending")
    .on("lead_erasures")
    .column("requested_at")
    .where(sql.ref("erased_at"), "is", null)
    .execute();
  for (const name of ["text_hash", "version"]) {
    await db.schema.alterTable("lead_consents").addColumn(name, "text").execute();
  }
}
