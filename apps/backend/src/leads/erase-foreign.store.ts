import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { LeadScope } from "./leads.store.ts";

/**
 * Leads of a person that were made elsewhere go, and leave a keyed hash each: announced again, they are not kept again. What
 * came between the two statements has no such hash yet, and stays for the next time.
 */
export function eraseForeignQueries(database: Database, by: { scope: LeadScope; email: string; now: string }) {
  return [noteQuery(database, by), deleteQuery(database, by)] as const;
}

function noteQuery({ build }: Database, { scope, email, now }: { scope: LeadScope; email: string; now: string }) {
  const theirs = build
    .selectFrom("foreign_leads")
    .select(["broker_id", "environment"])
    .select((select) => [
      select.fn.coalesce("fingerprint", sql.lit("")).as("fingerprint"),
      sql<string>`cast(${now} as text)`.as("erased_at"),
    ])
    .where("broker_id", "=", scope.brokerId)
    .where("environment", "=", scope.environment)
    .where("fingerprint", "is not", null)
    .where((where) => where(where.fn<string>("lower", ["email"]), "=", email.toLowerCase()));
  return build
    .insertInto("foreign_erasures")
    .columns(["broker_id", "environment", "fingerprint", "erased_at"])
    .expression(theirs)
    .onConflict((conflict) => conflict.doNothing());
}

function deleteQuery({ build }: Database, { scope, email }: { scope: LeadScope; email: string }) {
  const noted = build
    .selectFrom("foreign_erasures")
    .select("foreign_erasures.fingerprint")
    .where("broker_id", "=", scope.brokerId)
    .where("environment", "=", scope.environment);
  return build
    .deleteFrom("foreign_leads")
    .where("broker_id", "=", scope.brokerId)
    .where("environment", "=", scope.environment)
    .where((where) => where(where.fn<string>("lower", ["email"]), "=", email.toLowerCase()))
    .where((where) => where.or([where("fingerprint", "is", null), where("fingerprint", "in", noted)]))
    .returning("id");
}
