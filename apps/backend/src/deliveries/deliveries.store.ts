import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import type { DeliveriesTable } from "./deliveries.table.ts";

/** A delivery as it was claimed: whoever has this lease may settle it. */
export type ClaimedDelivery = DeliveriesTable & { lease: string };

/** How a try ended. */
export interface Settlement {
  attemptId: string;
  state: DeliveriesTable["state"];
  reason: string | null;
  attempts: number;
  /** ISO 8601 UTC; null where nothing is left to do for a machine. */
  nextAt: string | null;
  externalId?: string | null;
  sellers?: string | null;
  answer?: string | null;
}

/** Every transition is one conditional statement; what it answers says whether it took place (I2). */
export interface DeliveriesStore {
  /** Takes the delivery that has been due longest, an expired lease included. */
  claim(lease: { id: string; until: string }): Promise<ClaimedDelivery | undefined>;
  /** Opens an attempt before any byte leaves; false where the lease has passed on (I7). */
  openAttempt(delivery: ClaimedDelivery, attemptId: string): Promise<boolean>;
  /** Ends the attempt and the lease; false where somebody else holds it by now: then nothing was overwritten. */
  settle(delivery: ClaimedDelivery, settlement: Settlement): Promise<boolean>;
  /** When the next one is due, ISO 8601 UTC. */
  nextDueAt(): Promise<string | null>;
}

export function createDeliveriesStore(database: Database): DeliveriesStore {
  const now = () => new Date(database.clock.now()).toISOString();
  return {
    async claim(lease) {
      const [claimed] = await database.run(claimQuery(database, { lease, now: now() }));
      return claimed && { ...claimed, lease: lease.id };
    },

    async openAttempt(delivery, attemptId) {
      const [, opened] = await database.atomic(openAttemptQueries(database, { delivery, attemptId, now: now() }));
      return opened.length > 0;
    },

    async settle(delivery, settlement) {
      const [settled] = await database.atomic(settleQueries(database, { delivery, settlement, now: now() }));
      return settled.length > 0;
    },

    async nextDueAt() {
      const [next] = await database.run(
        database.build
          .selectFrom("deliveries")
          .select((select) => select.fn.min("next_at").as("at"))
          .where("next_at", "is not", null),
      );
      return next?.at ?? null;
    },
  };
}

/**
 * Where several claim at once on PostgreSQL, each passes over what another one is taking. One id, not a list: a list could be
 * drawn up anew for every row that is looked at. The condition stands outside as well, should the row be waited for after all.
 */
function claimQuery({ build }: Database, by: { lease: { id: string; until: string }; now: string }) {
  return build
    .updateTable("deliveries")
    .set((update) => ({
      state: "sending",
      attempts: update("attempts", "+", 1),
      lease: by.lease.id,
      lease_until: by.lease.until,
      next_at: by.lease.until,
    }))
    .where("id", "=", (inner) =>
      inner
        .selectFrom("deliveries")
        .select("id")
        .where("next_at", "<=", by.now)
        .orderBy("next_at")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .where("next_at", "<=", by.now)
    .returningAll();
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

function settleQueries(
  { build }: Database,
  { delivery, settlement, now }: { delivery: ClaimedDelivery; settlement: Settlement; now: string },
) {
  const { state, reason, attempts, nextAt, externalId = null, sellers = null, answer = null } = settlement;
  const settle = build
    .updateTable("deliveries")
    .set({ state, reason, attempts, next_at: nextAt, lease: null, lease_until: null, settled_at: nextAt ? null : now })
    .set({ external_id: externalId, sellers, answer })
    .where("id", "=", delivery.id)
    .where("state", "=", "sending")
    .where("lease", "=", delivery.lease)
    .returning("id");
  const closeAttempt = build
    .updateTable("delivery_attempts")
    .set({ ended_at: now, outcome: state, reason })
    .where("id", "=", settlement.attemptId)
    .where("ended_at", "is", null);
  return [settle, closeAttempt] as const;
}
