import { sql, type Kysely } from "kysely";

/** The trail of every delivery, when the broker is told, and what is known of each channel of each broker. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenDeliveries(db);
  await createEvents(db);
  await createLanes(db);
}

async function widenDeliveries(db: Kysely<unknown>): Promise<void> {
  // One column for each statement: SQLite takes no more.
  const numbers = { generation: 1, sequence: 0, reads: 0 };
  for (const [name, start] of Object.entries(numbers)) {
    await db.schema
      .alterTable("deliveries")
      .addColumn(name, "integer", (column) => column.notNull().defaultTo(start))
      .execute();
  }
  for (const name of ["give_up_at", "alert_at"]) {
    await db.schema.alterTable("deliveries").addColumn(name, "text").execute();
    await createPartialIndex(db, { name: `deliveries_${name}`, columns: [name], where: name });
  }
  const lane = ["broker_id", "environment", "channel", "next_at", "id"];
  await createPartialIndex(db, { name: "deliveries_lane", columns: lane, where: "next_at" });
  await createPartialIndex(db, { name: "deliveries_lease", columns: ["lease"], where: "lease" });
  // Whoever looks for work now looks lane by lane.
  await db.schema.dropIndex("deliveries_due").execute();
}

/** Only what is open stands in it: a marketplace's worth of delivered leads must not slow down the next one. */
async function createPartialIndex(
  db: Kysely<unknown>,
  { name, columns, where }: { name: string; columns: string[]; where: string },
): Promise<void> {
  await db.schema.createIndex(name).on("deliveries").columns(columns).where(sql.ref(where), "is not", null).execute();
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("delivery_events")
    .addColumn("delivery_id", "text", (column) => column.notNull().references("deliveries.id"))
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("generation", "integer", (column) => column.notNull())
    .addColumn("at", "text", (column) => column.notNull())
    .addColumn("detail", "text")
    .addPrimaryKeyConstraint("delivery_events_key", ["delivery_id", "sequence"])
    .execute();
}

async function createLanes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("delivery_lanes")
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("paused_for", "text")
    .addColumn("paused_until", "text")
    .addColumn("credentials", "text")
    .addColumn("probe", "text")
    .addPrimaryKeyConstraint("delivery_lanes_key", ["broker_id", "environment", "channel"])
    .execute();
}
