import { sql, type Compilable } from "kysely";
import type { Database } from "../database/database.ts";
import type { DeliveriesTable } from "../deliveries/deliveries.table.ts";
import { giveUpAfterMs } from "../deliveries/delivery-schedule.ts";
import { settledStates } from "../deliveries/delivery-state.ts";
import { eventRows } from "../deliveries/events.store.ts";

/** A system of the broker's that was told of the person, and what it is told now. */
export interface ErasureNotice {
  deliveryId: string;
  /** Which delivery told of the person, such as `crm:0`. */
  told: string;
  /** Which one tells to forget them. */
  channel: string;
  /** JSON without anything of the person. */
  body: string;
}

/** What one erasure is made with. */
interface Erasure {
  leadId: string;
  notices: readonly ErasureNotice[];
  /** ISO 8601 UTC. */
  now: string;
}

/** Channels of this name tell others to forget the person: they go on. */
export const noticePrefix = "crm-erasure:";

/**
 * All of it in one batch: nothing more is begun, and unless something is being sent or may have arrived, all that is about the
 * person goes. The tombstone stays: ids, times and states. Each statement may run again. The last one answers whether it is done.
 */
export function eraseQueries(database: Database, erasure: Erasure): Compilable[] {
  const { build } = database;
  const { leadId, now } = erasure;
  const isFree = freeCondition(database, erasure);
  const ofLead = build.selectFrom("deliveries").select("id").where("lead_id", "=", leadId);
  return [
    // Locks every delivery of the lead until the end of the batch: what is found free stays free.
    build.updateTable("deliveries").set({ alert_at: null }).where("lead_id", "=", leadId),
    discardQuery(database, erasure),
    discardEventQuery(database, erasure),
    stopQuery(database, erasure),
    build
      .updateTable("deliveries")
      .set({ body: "{}", sellers: null, answer: null, external_id: null })
      .where("lead_id", "=", leadId)
      .where("channel", "not like", `${noticePrefix}%`)
      .where(isFree),
    build.updateTable("delivery_events").set({ detail: null }).where("delivery_id", "in", ofLead).where(isFree),
    build.deleteFrom("lead_contacts").where("lead_id", "=", leadId).where(isFree),
    build.deleteFrom("lead_consents").where("lead_id", "=", leadId).where(isFree),
    build.deleteFrom("lead_options").where("lead_id", "=", leadId).where(isFree),
    // The hash of a request is made of the person as well; the key alone still says that it came before.
    build.updateTable("lead_keys").set({ body_hash: "" }).where("lead_id", "=", leadId).where(isFree),
    build
      .updateTable("leads")
      .set({ locale: null, message: null, needs: null, campaign: null, trip: "{}" })
      .where("id", "=", leadId)
      .where(isFree),
    ...erasure.notices.map((notice) => noticeQuery(database, { ...erasure, notice })),
    build
      .updateTable("lead_erasures")
      .set((update) => ({ erased_at: update.fn.coalesce("erased_at", sql.val(now)) }))
      .where("lead_id", "=", leadId)
      .where(isFree)
      .returning("lead_id"),
  ];
}

/** Nobody is sending, and nothing may be at the marketplace without our knowing: that is settled first (case 13). */
function freeCondition({ build }: Database, { leadId, now }: Erasure) {
  const busy = build
    .selectFrom("deliveries as busy")
    .select("busy.id")
    .where("busy.lead_id", "=", leadId)
    .where("busy.channel", "not like", `${noticePrefix}%`)
    .where((where) =>
      where.or([
        where("busy.lease_until", ">", now),
        where.and([where("busy.channel", "=", "marketplace"), where("busy.state", "in", ["sending", "unknown"])]),
      ]),
    );
  return sql<boolean>`not exists ${busy}`;
}

/** What was not begun, or surely did not arrive, is not sent any more; of mails and pushes also what may have. */
function discardQuery({ build }: Database, { leadId, now }: Erasure) {
  return build
    .updateTable("deliveries")
    .set((update) => ({ sequence: update("sequence", "+", 1) }))
    .set({ state: "discarded", reason: "erased", settled_at: now })
    .set({ next_at: null, lease: null, lease_until: null, give_up_at: null })
    .where("lead_id", "=", leadId)
    .where("channel", "not like", `${noticePrefix}%`)
    .where("state", "not in", [...settledStates])
    .where((where) => where.or([where("lease_until", "is", null), where("lease_until", "<=", now)]))
    .where((where) =>
      where.or([where("channel", "<>", "marketplace"), where("state", "not in", ["sending", "unknown"])]),
    );
}

function discardEventQuery({ build }: Database, { leadId, now }: Erasure) {
  return build
    .insertInto("delivery_events")
    .columns(["delivery_id", "sequence", "state", "reason", "attempts", "generation", "at", "detail"])
    .expression(
      eventRows(build, { detail: null, now })
        .where("lead_id", "=", leadId)
        .where("state", "=", "discarded")
        .where("reason", "=", "erased"),
    )
    .onConflict((conflict) => conflict.doNothing());
}

/** Nothing more is asked about a lead that has arrived. Whoever held it is too late: the lease is gone. */
function stopQuery({ build }: Database, { leadId, now }: Erasure) {
  return build
    .updateTable("deliveries")
    .set((update) => ({ settled_at: update.fn.coalesce("settled_at", sql.val(now)) }))
    .set({ next_at: null, lease: null, lease_until: null, give_up_at: null })
    .where("lead_id", "=", leadId)
    .where("state", "in", [...settledStates])
    .where((where) => where.or([where("lease_until", "is", null), where("lease_until", "<=", now)]));
}

/** Once, and only to a system that may have been told: an attempt was opened. What the broker's own retention ends is theirs to end. */
function noticeQuery(database: Database, { notice, ...erasure }: Erasure & { notice: ErasureNotice }) {
  const { build } = database;
  const { leadId, now } = erasure;
  const attempts = build
    .selectFrom("delivery_attempts")
    .innerJoin("deliveries as told", "told.id", "delivery_attempts.delivery_id")
    .select("delivery_attempts.id")
    .where("told.lead_id", "=", leadId)
    .where("told.channel", "=", notice.told);
  const giveUpAt = new Date(Date.parse(now) + giveUpAfterMs).toISOString();
  const text = (value: string) => sql<string>`cast(${value} as text)`;
  return build
    .insertInto("deliveries")
    .columns([
      "id",
      "lead_id",
      "broker_id",
      "environment",
      "channel",
      "state",
      "attempts",
      "body",
      "next_at",
      "created_at",
      "give_up_at",
    ])
    .expression(
      build
        .selectFrom("lead_erasures")
        .select([
          text(notice.deliveryId).as("id"),
          "lead_id",
          "broker_id",
          "environment",
          text(notice.channel).as("channel"),
          sql.lit<DeliveriesTable["state"]>("accepted").as("state"),
          sql.lit(0).as("attempts"),
          text(notice.body).as("body"),
          text(now).as("next_at"),
          text(now).as("created_at"),
          text(giveUpAt).as("give_up_at"),
        ])
        .where("lead_id", "=", leadId)
        .where("reason", "=", "request")
        .where("erased_at", "is", null)
        .where((where) => where.exists(attempts))
        .where(freeCondition(database, erasure)),
    )
    .onConflict((conflict) => conflict.doNothing());
}
