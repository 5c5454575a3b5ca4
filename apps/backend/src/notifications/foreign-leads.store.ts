import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { ClaimedNotification } from "./notifications.store.ts";
import type { ForeignLeadsTable } from "./notifications.table.ts";

/** A lead that was made elsewhere, as it was read. */
export type ForeignLead = Omit<ForeignLeadsTable, "broker_id" | "environment" | "first_read_at" | "last_read_at">;

const columns = [
  "id",
  "broker_id",
  "environment",
  "marketplace_id",
  "trip_id",
  "client_identifier",
  "name",
  "email",
  "phone",
  "body",
  "first_read_at",
  "last_read_at",
  "fingerprint",
] as const;

/**
 * Keeps it, the newest as the only one, where the notification that led to it was ended under the same lease. Its person may
 * have been erased while it was read: then it goes at once.
 */
export function keepForeignLeadQueries(
  database: Database,
  by: { claimed: ClaimedNotification; foreignLead: ForeignLead; now: string },
) {
  return [keepQuery(database, by), dropErasedQuery(database, by)] as const;
}

function dropErasedQuery(
  { build }: Database,
  { claimed, foreignLead }: { claimed: ClaimedNotification; foreignLead: ForeignLead },
) {
  const erased = build
    .selectFrom("foreign_erasures")
    .select("foreign_erasures.fingerprint")
    .where("broker_id", "=", claimed.broker_id)
    .where("environment", "=", claimed.environment);
  return build
    .deleteFrom("foreign_leads")
    .where("broker_id", "=", claimed.broker_id)
    .where("environment", "=", claimed.environment)
    .where("marketplace_id", "=", foreignLead.marketplace_id)
    .where("fingerprint", "in", erased);
}

function keepQuery(
  { build }: Database,
  { claimed, foreignLead, now }: { claimed: ClaimedNotification; foreignLead: ForeignLead; now: string },
) {
  const { id, ...read } = foreignLead;
  const given = (value: string | null) => sql<string | null>`cast(${value} as text)`;
  return build
    .insertInto("foreign_leads")
    .columns([...columns])
    .expression(
      build
        .selectFrom("notifications")
        .select([
          given(id).as("id"),
          "broker_id",
          "environment",
          given(read.marketplace_id).as("marketplace_id"),
          given(read.trip_id).as("trip_id"),
          given(read.client_identifier).as("client_identifier"),
          given(read.name).as("name"),
          given(read.email).as("email"),
          given(read.phone).as("phone"),
          given(read.body).as("body"),
          given(now).as("first_read_at"),
          given(now).as("last_read_at"),
          given(read.fingerprint).as("fingerprint"),
        ])
        .where("id", "=", claimed.id)
        .where("settled_by", "=", claimed.lease),
    )
    .onConflict((conflict) =>
      conflict.columns(["broker_id", "environment", "marketplace_id"]).doUpdateSet({ ...read, last_read_at: now }),
    );
}
