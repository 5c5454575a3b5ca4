import { sql } from "kysely";
import type { Database } from "../database/database.ts";

/**
 * The event of a transition, for the same batch (I3). It writes what the row now says, so it cannot lie; where the transition
 * did not take place, the event of that number stands already and nothing is written.
 */
export function eventQuery(
  { build }: Database,
  { deliveryId, detail, now }: { deliveryId: string; detail: string | null; now: string },
) {
  return build
    .insertInto("delivery_events")
    .columns(["delivery_id", "sequence", "state", "reason", "attempts", "generation", "at", "detail"])
    .expression(eventRows(build, { detail, now }).where("id", "=", deliveryId))
    .onConflict((conflict) => conflict.doNothing());
}

/** Events of the current states of deliveries, as rows to insert. */
export function eventRows(build: Database["build"], { detail, now }: { detail: string | null; now: string }) {
  return build
    .selectFrom("deliveries")
    .select(["id", "sequence", "state", "reason", "attempts", "generation"])
    .select([sql.val(now).as("event_at"), sql.val(detail).as("event_detail")]);
}
