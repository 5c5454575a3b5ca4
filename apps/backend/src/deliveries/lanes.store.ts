import { sql, type ExpressionBuilder } from "kysely";
import type { Database } from "../database/database.ts";
import type { Tables } from "../database/tables.ts";
import type { DeliveryLanesTable } from "./deliveries.table.ts";
import { failuresUntilOutage, outageMs, type Lane } from "./lane.ts";

/** A lane with something to do, and whether it may be done. Times in milliseconds since the epoch. */
export interface DueLane extends Lane {
  /** When its first delivery is or was due. */
  dueAt: number;
  pausedFor: DeliveryLanesTable["paused_for"];
  pausedUntil: number | null;
  /** The version of the credentials that it is paused for. */
  credentials: string | null;
}

/** What is known of lanes. None of it says anything about a lead: where it is lost, tries are made a little too early or late. */
export interface LanesStore {
  /** Every lane that has something open. */
  list(): Promise<DueLane[]>;
  /** Nothing of it is claimed until then, one probe aside. */
  pause(
    lane: Lane,
    pause: { until: string; reason: "credentials" | "limited"; credentials: string | null },
  ): Promise<void>;
  /** Counts a failed try; enough in a row are an outage. */
  fail(lane: Lane): Promise<void>;
  /** It works: whatever waited for that is due, oldest first. */
  resume(lane: Lane): Promise<void>;
}

export function createLanesStore(database: Database): LanesStore {
  const { build, clock } = database;
  return {
    async list() {
      const [due, known] = [await database.run(dueQuery(database)), await database.run(knownQuery(database))];
      return due.map((lane) =>
        toDueLane(
          lane,
          known.find((row) => isSame(row, lane)),
        ),
      );
    },

    async pause(lane, { until, reason, credentials }) {
      const paused = { paused_for: reason, paused_until: until, credentials: credentials ?? "", probe: null };
      await database.run(
        build
          .insertInto("delivery_lanes")
          .values({ ...columnsOf(lane), failures: 0, ...paused })
          .onConflict((conflict) => conflict.columns(["broker_id", "environment", "channel"]).doUpdateSet(paused)),
      );
    },

    async fail(lane) {
      const none = { paused_for: null, paused_until: null, credentials: null, probe: null };
      const [row] = await database.run(
        build
          .insertInto("delivery_lanes")
          .values({ ...columnsOf(lane), failures: 1, ...none })
          .onConflict((conflict) =>
            conflict
              .columns(["broker_id", "environment", "channel"])
              .doUpdateSet((update) => ({ failures: update("delivery_lanes.failures", "+", 1) })),
          )
          .returning("failures"),
      );
      const failures = row?.failures ?? 0;
      if (failures < failuresUntilOutage) return;
      await database.run(
        build
          .updateTable("delivery_lanes")
          .set({ paused_for: "outage", paused_until: stamp(clock.now() + outageMs(failures)), probe: null })
          .where((where) => isLane(where, lane))
          .where((where) => where.or([where("paused_for", "is", null), where("paused_for", "<>", "credentials")])),
      );
    },

    async resume(lane) {
      const [row] = await database.run(
        build
          .selectFrom("delivery_lanes")
          .select(["failures", "paused_for"])
          .where((where) => isLane(where, lane)),
      );
      if (!row || (row.failures === 0 && row.paused_for === null)) return;
      const reset = build
        .updateTable("delivery_lanes")
        .set({ failures: 0, paused_for: null, paused_until: null, credentials: null, probe: null })
        .where((where) => isLane(where, lane));
      const isOver = row.failures >= failuresUntilOutage || row.paused_for === "credentials";
      await database.atomic(isOver ? [reset, pullForward(database, lane)] : [reset]);
    },
  };
}

/**
 * The first of every lane, from one lane to the next by the index: with ten thousand waiting it reads as many rows as there are
 * lanes.
 */
function dueQuery({ build }: Database) {
  const first = sql<LaneColumns & { due_at: string }>`(
    with recursive first_of(id) as (
      select (
        select id from deliveries where next_at is not null
        order by broker_id, environment, channel, next_at, id limit 1
      )
      union all
      select coalesce(
        (
          select id from deliveries where next_at is not null
            and broker_id = last.broker_id and environment = last.environment and channel > last.channel
          order by channel, next_at, id limit 1
        ),
        (
          select id from deliveries where next_at is not null
            and broker_id = last.broker_id and environment > last.environment
          order by environment, channel, next_at, id limit 1
        ),
        (
          select id from deliveries where next_at is not null and broker_id > last.broker_id
          order by broker_id, environment, channel, next_at, id limit 1
        )
      )
      from first_of inner join deliveries as last on last.id = first_of.id
    )
    select broker_id, environment, channel, next_at as due_at
    from first_of inner join deliveries on deliveries.id = first_of.id
  )`;
  return build.selectFrom(first.as("lane")).selectAll();
}

function knownQuery({ build }: Database) {
  return build.selectFrom("delivery_lanes").selectAll().where("paused_for", "is not", null);
}

/** By age and not by "now": the oldest goes first. */
function pullForward({ build }: Database, lane: Lane) {
  return build
    .updateTable("deliveries")
    .set((update) => ({ next_at: update.ref("created_at") }))
    .where((where) => isLane(where, lane))
    .where("state", "in", ["accepted", "deferred", "unknown", "blocked_creds"])
    .whereRef("next_at", ">", "created_at")
    .where("lease", "is", null);
}

/** The condition that names a lane. */
export function isLane(where: ExpressionBuilder<Tables, "deliveries" | "delivery_lanes">, lane: Lane) {
  return where.and([
    where("broker_id", "=", lane.brokerId),
    where("environment", "=", lane.environment),
    where("channel", "=", lane.channel),
  ]);
}

function columnsOf({ brokerId, environment, channel }: Lane) {
  return { broker_id: brokerId, environment, channel };
}

type LaneColumns = ReturnType<typeof columnsOf>;

function isSame(left: LaneColumns, right: LaneColumns): boolean {
  return left.broker_id === right.broker_id && left.environment === right.environment && left.channel === right.channel;
}

function toDueLane(due: LaneColumns & { due_at: string }, known: DeliveryLanesTable | undefined): DueLane {
  return {
    brokerId: due.broker_id,
    environment: due.environment,
    channel: due.channel,
    dueAt: Date.parse(due.due_at),
    pausedFor: known?.paused_for ?? null,
    pausedUntil: known?.paused_until ? Date.parse(known.paused_until) : null,
    credentials: known?.credentials ?? null,
  };
}

function stamp(ms: number): string {
  return new Date(ms).toISOString();
}
