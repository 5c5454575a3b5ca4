import { sql, type Kysely } from "kysely";

/** Notifications of the marketplace, what they led to, and where they come from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createNotifications(db);
  await createNonces(db);
  await createForeignLeads(db);
  await createWebhookSettings(db);
}

async function createNotifications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("notifications")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("pointer", "text", (column) => column.notNull())
    .addColumn("type", "text")
    .addColumn("resource_id", "text")
    .addColumn("href", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("seen", "integer", (column) => column.notNull())
    .addColumn("done", "integer", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("next_at", "text")
    .addColumn("lease", "text")
    .addColumn("lease_until", "text")
    .addColumn("settled_by", "text")
    .addColumn("reason", "text")
    .addColumn("first_seen_at", "text", (column) => column.notNull())
    .addColumn("last_seen_at", "text", (column) => column.notNull())
    .addUniqueConstraint("notifications_pointer", ["broker_id", "environment", "pointer"])
    .execute();
  await db.schema
    .createIndex("notifications_due")
    .on("notifications")
    .columns(["environment", "next_at"])
    .where(sql.ref("next_at"), "is not", null)
    .execute();
}

async function createNonces(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("notification_nonces")
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("nonce_hash", "text", (column) => column.notNull())
    .addColumn("expires_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("notification_nonces_key", ["broker_id", "environment", "nonce_hash"])
    .execute();
  await db.schema.createIndex("notification_nonces_old").on("notification_nonces").column("expires_at").execute();
}

async function createForeignLeads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("foreign_leads")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("marketplace_id", "text", (column) => column.notNull())
    .addColumn("trip_id", "text")
    .addColumn("client_identifier", "text")
    .addColumn("name", "text")
    .addColumn("email", "text")
    .addColumn("phone", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("first_read_at", "text", (column) => column.notNull())
    .addColumn("last_read_at", "text", (column) => column.notNull())
    .addUniqueConstraint("foreign_leads_marketplace_id", ["broker_id", "environment", "marketplace_id"])
    .execute();
}

async function createWebhookSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("webhook_settings")
    .addColumn("broker_id", "text", (column) => column.notNull())
    .addColumn("environment", "text", (column) => column.notNull())
    .addColumn("settings_id", "text", (column) => column.notNull())
    .addColumn("fingerprint", "text", (column) => column.notNull())
    .addColumn("checked_at", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("webhook_settings_key", ["broker_id", "environment"])
    .execute();
}
