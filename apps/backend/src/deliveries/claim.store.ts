import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { Claim } from "./deliveries.store.ts";
import { eventRows } from "./events.store.ts";
import { isLane } from "./lanes.store.ts";
import { quietStates, type DeliveryState } from "./delivery-state.ts";

/** Of a lane: the right to probe where one is needed, then the delivery that has been due longest, then its event. */
export function claimQueries(database: Database, claim: Claim) {
  const now = new Date(database.clock.now()).toISOString();
  const event = database.build
    .insertInto("delivery_events")
    .columns(["delivery_id", "sequence", "state", "reason", "attempts", "generation", "at", "detail"])
    .expression(eventRows(database.build, { detail: null, now }).where("lease", "=", claim.lease.id))
    .onConflict((conflict) => conflict.doNothing());
  return [probeQuery(database, claim, now), takeQuery(database, claim, now), event] as const;
}

/** One statement decides who probes, however many look at the lane when its pause ends. */
function probeQuery({ build }: Database, { lane, lease, nextProbeAt }: Claim, now: string) {
  return build
    .updateTable("delivery_lanes")
    .set({ probe: lease.id, paused_until: nextProbeAt })
    .where((where) => isLane(where, lane))
    .where("paused_for", "in", ["credentials", "outage"])
    .where("paused_until", "<=", now);
}

/**
 * Where several claim at once on PostgreSQL, each passes over what another one is taking. One id, not a list: a list could be
 * drawn up anew for every row that is looked at. The condition stands outside as well, should the row be waited for after all.
 */
function takeQuery({ build }: Database, claim: Claim, now: string) {
  return build
    .updateTable("deliveries")
    .set((update) => ({
      state: update
        .case()
        .when("state", "in", [...quietStates])
        .then(update.ref("state"))
        .else(sql.lit<DeliveryState>("sending"))
        .end(),
      sequence: update("sequence", "+", 1),
      lease: claim.lease.id,
      lease_until: claim.lease.until,
      next_at: claim.lease.until,
    }))
    .where("id", "=", (inner) =>
      inner
        .selectFrom("deliveries")
        .select("id")
        .where((where) => isLane(where, claim.lane))
        .where("next_at", "<=", now)
        .orderBy("next_at")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .where("next_at", "<=", now)
    .where((where) => where.not(where.exists(pauseQuery(build, claim, now))))
    .returningAll();
}

/** Somebody paused the lane, for credentials that are still these, and not for us to probe. */
function pauseQuery(build: Database["build"], { lane, lease, credentials }: Claim, now: string) {
  return build
    .selectFrom("delivery_lanes")
    .select("failures")
    .where((where) => isLane(where, lane))
    .where("paused_for", "is not", null)
    .where("paused_until", ">", now)
    .where((where) => where.or([where("probe", "is", null), where("probe", "<>", lease.id)]))
    .where((where) =>
      where.or([where("paused_for", "<>", "credentials"), where("credentials", "=", credentials ?? "")]),
    );
}
