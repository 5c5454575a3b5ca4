import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { giveUpAfterMs } from "./delivery-schedule.ts";
import type { DeliveriesTable } from "./deliveries.table.ts";
import { openStates, settledStates } from "./delivery-state.ts";
import { eventRows } from "./events.store.ts";

/** What nobody has a lease for, because only the time decides. Each may run anywhere, as often as it likes. */
export interface SweepsStore {
  /** Deliveries that are late or a person's get the broker told: one alert for each lead, ever (R19 of `reliability.md` §2). */
  raiseAlerts(): Promise<number>;
  /** Deliveries that are too old become a person's, whatever they wait for. */
  giveUp(): Promise<{ id: string; broker_id: string; channel: string }[]>;
}

/** Read at a time. */
const alertsAtOnce = 100;

const eventColumns = ["delivery_id", "sequence", "state", "reason", "attempts", "generation", "at", "detail"] as const;

export function createSweepsStore(database: Database): SweepsStore {
  const now = () => new Date(database.clock.now()).toISOString();
  return {
    async raiseAlerts() {
      const at = now();
      let count = 0;
      for (;;) {
        const found = await database.run(lateQuery(database, at));
        for (const late of found) {
          const by = { late, now: at };
          const [raised] = await database.atomic([
            alertQuery(database, by),
            alertEventQuery(database, by),
            heardQuery(database, by),
          ]);
          count += raised.length;
        }
        if (found.length < alertsAtOnce) return count;
      }
    },

    async giveUp() {
      const at = now();
      const [given] = await database.atomic([
        giveUpQuery(database, at),
        giveUpEventQuery(database, at),
        gaveUpQuery(database, at),
      ]);
      return given;
    },
  };
}

/** Late deliveries, the longest late first. */
function lateQuery({ build }: Database, now: string) {
  return build
    .selectFrom("deliveries")
    .innerJoin("leads", "leads.id", "deliveries.lead_id")
    .select(["deliveries.id", "deliveries.channel", "deliveries.state", "deliveries.reason"])
    .select(["leads.reference", "leads.received_at"])
    .where("alert_at", "<=", now)
    .orderBy("alert_at")
    .limit(alertsAtOnce);
}

type Late = Pick<DeliveriesTable, "id" | "channel" | "state" | "reason"> & { reference: string; received_at: string };

/** Named after the lead: a second one of that name cannot be stored. Nothing is, where it arrived in the meantime. */
function alertQuery({ build, clock }: Database, { late, now }: { late: Late; now: string }) {
  const body = {
    reference: late.reference,
    receivedAt: late.received_at,
    channel: late.channel,
    reason: late.reason,
    isRetried: late.state !== "manual",
  };
  const alert = build
    .selectFrom("deliveries")
    .select([
      sql<string>`'alert_' || lead_id`.as("alert_id"),
      "lead_id",
      "broker_id",
      "environment",
      sql.lit("email-broker-alert").as("alert_channel"),
      sql.lit("accepted").as("alert_state"),
      sql.lit(0).as("alert_attempts"),
      sql.val(JSON.stringify(body)).as("alert_body"),
      sql.val(now).as("alert_next_at"),
      sql.val(now).as("alert_created_at"),
      sql.val(new Date(clock.now() + giveUpAfterMs).toISOString()).as("alert_give_up_at"),
    ])
    .where("id", "=", late.id)
    .where("alert_at", "<=", now)
    .where("state", "not in", [...settledStates]);
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
    .expression(alert)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id");
}

/** Of the alert that stands, whoever stored it. */
function alertEventQuery({ build }: Database, { late, now }: { late: Late; now: string }) {
  const alertOf = build
    .selectFrom("deliveries as late")
    .select(sql<string>`'alert_' || late.lead_id`.as("id"))
    .where("late.id", "=", late.id);
  return build
    .insertInto("delivery_events")
    .columns(eventColumns)
    .expression(eventRows(build, { detail: null, now }).where("id", "in", alertOf).where("sequence", "=", 0))
    .onConflict((conflict) => conflict.doNothing());
}

function heardQuery({ build }: Database, { late, now }: { late: Late; now: string }) {
  return build.updateTable("deliveries").set({ alert_at: null }).where("id", "=", late.id).where("alert_at", "<=", now);
}

function giveUpQuery({ build }: Database, now: string) {
  return build
    .updateTable("deliveries")
    .set((update) => ({
      state: sql.lit("manual"),
      reason: sql<string>`'too-late' || coalesce(': ' || reason, '')`,
      sequence: update("sequence", "+", 1),
      next_at: null,
      lease: null,
      lease_until: null,
      alert_at: now,
      settled_at: now,
    }))
    .where("give_up_at", "<=", now)
    .where((where) =>
      where.or([
        where.and([where("state", "in", [...openStates]), where("lease", "is", null)]),
        where.and([where("state", "in", ["sending", "search_stale", "conflict"]), where("lease_until", "<=", now)]),
      ]),
    )
    .returning(["id", "broker_id", "channel"]);
}

function giveUpEventQuery({ build }: Database, now: string) {
  return build
    .insertInto("delivery_events")
    .columns(eventColumns)
    .expression(eventRows(build, { detail: null, now }).where("give_up_at", "<=", now).where("state", "=", "manual"))
    .onConflict((conflict) => conflict.doNothing());
}

function gaveUpQuery({ build }: Database, now: string) {
  return build
    .updateTable("deliveries")
    .set({ give_up_at: null })
    .where("give_up_at", "<=", now)
    .where("state", "=", "manual");
}
