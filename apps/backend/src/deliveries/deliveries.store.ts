import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import { claimQueries } from "./claim.store.ts";
import type { DeliveriesTable } from "./deliveries.table.ts";
import { eventQuery } from "./events.store.ts";
import type { Lane } from "./lane.ts";

/** How a try ended. What is missing stays as it was. */
export interface Settlement {
  /** Null where none was opened: nothing was sent. */
  attemptId: string | null;
  state: DeliveriesTable["state"];
  reason: string | null;
  attempts: number;
  /** ISO 8601 UTC; null where nothing is left to do for a machine. */
  nextAt: string | null;
  /** Null: nobody has to take over, or somebody did. */
  giveUpAt?: null;
  /** ISO 8601 UTC. */
  alertAt?: string | null;
  reads?: number;
  externalId?: string | null;
  sellers?: string | null;
  answer?: string | null;
  /** A new body, and the keyed hashes of the search it was made from. */
  renewal?: { body: string; searchHashes: readonly string[] };
  /** JSON, for the trail. */
  detail?: string;
}

/** What a lane is claimed with. */
export interface Claim {
  lane: Lane;
  lease: { id: string; until: string };
  /** The version of the credentials at hand; null where the lane knows none. */
  credentials: string | null;
  /** When the next one may probe, where this turns out to be a probe. ISO 8601 UTC. */
  nextProbeAt: string;
}

/** Every transition is one conditional statement, its event with it; what it answers says whether it took place (I2, I3). */
export interface DeliveriesStore {
  /** The database's own time: leases and schedules go by it (I8). */
  readonly clock: Clock;
  /** Takes what has been due longest in that lane, an expired lease included; nothing where the lane is paused. */
  claim(claim: Claim): Promise<ClaimedDelivery | undefined>;
  /** Opens an attempt before any byte leaves; false where the lease has passed on (I7). */
  openAttempt(delivery: ClaimedDelivery, attemptId: string): Promise<boolean>;
  /** Ends the attempt and the lease; false where somebody else holds it by now: then nothing was overwritten. */
  settle(delivery: ClaimedDelivery, settlement: Settlement): Promise<boolean>;
}

export function createDeliveriesStore(database: Database): DeliveriesStore {
  const { clock } = database;
  const now = () => new Date(clock.now()).toISOString();
  return {
    clock,

    async claim(claim) {
      const [, [claimed]] = await database.atomic(claimQueries(database, claim));
      const { id: lease, until } = claim.lease;
      return claimed && { ...claimed, lease, lease_until: until };
    },

    async openAttempt(delivery, attemptId) {
      const [, opened] = await database.atomic(openAttemptQueries(database, { delivery, attemptId, now: now() }));
      return opened.length > 0;
    },

    async settle(delivery, settlement) {
      const by = { delivery, settlement, now: now() };
      const renewal = settlement.renewal?.searchHashes ?? [];
      const [settled] = await database.atomic([
        settleQuery(database, by),
        eventQuery(database, { deliveryId: delivery.id, detail: settlement.detail ?? null, now: by.now }),
        closeAttemptQuery(database, by),
        ...renewal.map((searchHash) => spendQuery(database, { ...by, searchHash })),
      ]);
      return (settled ?? []).length > 0;
    },
  };
}

/** An attempt that was left open belongs to somebody who died or was too slow: what became of it is not known. */
function openAttemptQueries(
  { build }: Database,
  { delivery, attemptId, now }: { delivery: ClaimedDelivery; attemptId: string; now: string },
) {
  const mine = build
    .selectFrom("deliveries")
    .where("id", "=", delivery.id)
    .where("lease", "=", delivery.lease)
    .where("lease_until", ">", now);
  const closeLeftOpen = build
    .updateTable("delivery_attempts")
    .set({ ended_at: now, outcome: "unknown", reason: "lease-ended" })
    .where("delivery_id", "in", mine.select("id"))
    .where("ended_at", "is", null);
  const open = build
    .insertInto("delivery_attempts")
    .columns(["id", "delivery_id", "lease", "started_at"])
    .expression(
      mine.select([
        sql.val(attemptId).as("attempt_id"),
        "id",
        sql.val(delivery.lease).as("attempt_lease"),
        sql.val(now).as("attempt_started_at"),
      ]),
    )
    .returning("id");
  return [closeLeftOpen, open] as const;
}

interface Settling {
  delivery: ClaimedDelivery;
  settlement: Settlement;
  now: string;
}

function settleQuery({ build }: Database, { delivery, settlement, now }: Settling) {
  const { state, reason, attempts, nextAt, renewal } = settlement;
  return build
    .updateTable("deliveries")
    .set((update) => ({ sequence: update("sequence", "+", 1) }))
    .set({ state, reason, attempts, next_at: nextAt, lease: null, lease_until: null, settled_at: nextAt ? null : now })
    .set(whereGiven("give_up_at", settlement.giveUpAt))
    .set(whereGiven("alert_at", settlement.alertAt))
    .set(whereGiven("reads", settlement.reads))
    .set(whereGiven("external_id", settlement.externalId))
    .set(whereGiven("sellers", settlement.sellers))
    .set(whereGiven("answer", settlement.answer))
    .set(renewal ? { body: renewal.body, generation: delivery.generation + 1 } : {})
    .where("id", "=", delivery.id)
    .where("state", "=", delivery.state)
    .where("lease", "=", delivery.lease)
    .returning("id");
}

function whereGiven<Column extends keyof DeliveriesTable>(
  column: Column,
  value: DeliveriesTable[Column] | undefined,
): Partial<Pick<DeliveriesTable, Column>> {
  const set: Partial<Pick<DeliveriesTable, Column>> = {};
  if (value !== undefined) set[column] = value;
  return set;
}

function closeAttemptQuery({ build }: Database, { settlement, now }: Settling) {
  const { attemptId, state, reason } = settlement;
  return build
    .updateTable("delivery_attempts")
    .set({ ended_at: now, outcome: state, reason })
    .where("id", "=", attemptId ?? "")
    .where("ended_at", "is", null);
}

/** The search of a new body is spent with it (R19); nothing is written where the settlement did not take place. */
function spendQuery({ build }: Database, { delivery, now, searchHash }: Settling & { searchHash: string }) {
  return build
    .insertInto("search_claims")
    .columns(["broker_id", "environment", "search_hash", "lead_id", "claimed_at"])
    .expression(
      build
        .selectFrom("deliveries")
        .select([
          "broker_id",
          "environment",
          sql.val(searchHash).as("search_hash"),
          "lead_id",
          sql.val(now).as("claimed_at"),
        ])
        .where("id", "=", delivery.id)
        .where("lease", "is", null)
        .where("sequence", "=", delivery.sequence + 1)
        .where("generation", "=", delivery.generation + 1),
    );
}
