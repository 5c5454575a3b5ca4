import type { Kysely } from "kysely";

/** Leads, what was chosen, who asks, and the deliveries of each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createLeads(db);
  await createParts(db);
  await createGuards(db);
  await createDeliveries(db);
}

async function createLeads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("leads")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("reference", "text", (column) => column.notNull().unique())
    .addColumn("client_identifier", "text", (column) => column.notNull())
    .addColumn("received_at", "text", (column) => column.notNull())
    .addColumn("locale", "text")
    .addColumn("message", "text")
    .addColumn("needs", "text")
    .addColumn("campaign", "text")
    .addColumn("trip", "text", (column) => column.notNull())
    .addColumn("currency", "text", (column) => column.notNull())
    .addUniqueConstraint("leads_client_identifier", ["broker_id", "environment", "client_identifier"])
    .execute();
  await db.schema.createIndex("leads_by_broker").on("leads").columns(["broker_id", "received_at"]).execute();
}

async function createParts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("lead_contacts")
    .addColumn("lead_id", "text", (column) => column.primaryKey().notNull().references("leads.id"))
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("email", "text")
    .addColumn("phone", "text")
    .addColumn("title", "text")
    .addColumn("company", "text")
    .execute();
  await db.schema
    .createTable("lead_consents")
    .addColumn("lead_id", "text", (column) => column.primaryKey().notNull().references("leads.id"))
    .addColumn("privacy_policy", "text", (column) => column.notNull())
    .addColumn("accepted_at", "text", (column) => column.notNull())
    .addColumn("recorded_at", "text", (column) => column.notNull())
    .addColumn("origin", "text")
    .addColumn("locale", "text")
    .execute();
  await db.schema
    .createTable("lead_options")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("lead_id", "text", (column) => column.notNull().references("leads.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("option", "text", (column) => column.notNull())
    .addColumn("marketplace_id", "text")
    .addColumn("price", "text")
    .addUniqueConstraint("lead_options_position", ["lead_id", "position"])
    .execute();
}

async function createGuards(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("lead_keys")
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("key_hash", "text", (column) => column.notNull())
    .addColumn("body_hash", "text", (column) => column.notNull())
    .addColumn("lead_id", "text", (column) => column.notNull().references("leads.id"))
    .addColumn("created_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("lead_keys_key", ["broker_id", "environment", "key_hash"])
    .execute();
  await db.schema
    .createTable("search_claims")
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("search_hash", "text", (column) => column.notNull())
    .addColumn("lead_id", "text", (column) => column.notNull().references("leads.id"))
    .addColumn("claimed_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("search_claims_search", ["broker_id", "environment", "search_hash"])
    .execute();
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("deliveries")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("lead_id", "text", (column) => column.notNull().references("leads.id"))
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("next_at", "text")
    .addColumn("lease", "text")
    .addColumn("lease_until", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("external_id", "text")
    .addColumn("sellers", "text")
    .addColumn("answer", "text")
    .addColumn("reason", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("settled_at", "text")
    .addUniqueConstraint("deliveries_channel", ["lead_id", "channel"])
    .execute();
  await db.schema.createIndex("deliveries_due").on("deliveries").column("next_at").execute();
  await db.schema
    .createTable("delivery_attempts")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("delivery_id", "text", (column) => column.notNull().references("deliveries.id"))
    .addColumn("lease", "text", (column) => column.notNull())
    .addColumn("started_at", "text", (column) => column.notNull())
    .addColumn("ended_at", "text")
    .addColumn("outcome", "text")
    .addColumn("reason", "text")
    .execute();
  await db.schema.createIndex("delivery_attempts_of").on("delivery_attempts").column("delivery_id").execute();
}
