import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { keepForeignLeadQueries, type ForeignLead } from "./foreign-leads.store.ts";
import type { NotificationsTable } from "./notifications.table.ts";
import { together } from "./together.ts";

/** Whose rows: nothing is read or written without naming broker and environment. */
export interface NotificationScope {
  brokerId: string;
  environment: string;
}

/** A notification as it arrived. */
export interface Arrival extends NotificationScope {
  /** Ours, where it is the first one. */
  id: string;
  pointer: string;
  type: string | null;
  resourceId: string | null;
  href: string | null;
  body: string;
  /** Whether somebody should look at what it points at. */
  isFollowed: boolean;
  /** Why not, where not. */
  reason: string | null;
  /** What must not come again, where the sender signed the call. */
  nonce: { hash: string; expiresAt: string } | null;
}

/** A notification as it was claimed: `seen` is how often it had come by then. */
export type ClaimedNotification = NotificationsTable & { lease: string };

/** How a look ended. */
export interface Ending {
  reason: string;
  /** A lead from elsewhere, to be kept together with it. */
  foreignLead?: ForeignLead;
}

/** Every transition is one conditional statement or one batch. */
export interface NotificationsStore {
  /** The database's own time: leases and schedules go by it. */
  readonly clock: Database["clock"];
  /** Stores it or counts it. Throws `UniqueConflict` where the signed call came before: then nothing is counted. */
  save(arrival: Arrival): Promise<void>;
  /** Takes what has been due longest, an expired lease included, of brokers nobody is at. */
  claim(by: {
    environment: string;
    lease: { id: string; until: string };
    busyBrokers: readonly string[];
  }): Promise<ClaimedNotification | undefined>;
  /** Everything up to the claim is done; what came meanwhile is due soon. False where the lease has passed on. */
  finish(claimed: ClaimedNotification, ending: Ending): Promise<boolean>;
  /** To be looked at again. False where the lease has passed on. */
  postpone(claimed: ClaimedNotification, by: { until: string; reason: string; attempts: number }): Promise<boolean>;
  /** No try before then for any notification of that broker. */
  holdBack(scope: NotificationScope, until: string): Promise<void>;
  /** ISO 8601 UTC; null where nothing is to be done. */
  nextDueAt(by: { environment: string; busyBrokers: readonly string[] }): Promise<string | null>;
}

/**
 * How long a notification rests, in milliseconds: whatever is sent in one go is one look, and what was just made can take a
 * moment until it can be read.
 */
export const restMs = 1000;

/** Saved in one batch; a batch holds up every other writer. */
const mostTogether = 100;

/** `coalesces`: notifications that come at the same time are saved together; not on Workers. */
export function createNotificationsStore(
  database: Database,
  { coalesces = true }: { coalesces?: boolean } = {},
): NotificationsStore {
  const { build, clock } = database;
  const now = () => new Date(clock.now()).toISOString();
  const soon = () => new Date(clock.now() + restMs).toISOString();
  const saveSoon = together<Arrival>(
    async (arrivals) => {
      const at = { now: now(), soon: soon() };
      await database.atomic(counted(arrivals).map((some) => saveQuery(database, { ...some, ...at })));
    },
    { most: mostTogether },
  );
  return {
    clock,

    async save(arrival) {
      if (!arrival.nonce && coalesces) return saveSoon(arrival);
      const save = saveQuery(database, { arrival, times: 1, now: now(), soon: soon() });
      await (arrival.nonce ? database.atomic([...nonceQueries(database, arrival, now()), save]) : database.run(save));
    },

    async claim(by) {
      const [claimed] = await database.run(claimQuery(database, by, now()));
      return claimed && { ...claimed, lease: by.lease.id };
    },

    async finish(claimed, { reason, foreignLead }) {
      const by = { claimed, now: now() };
      const finish = finishQuery(database, { ...by, reason, soon: soon() });
      if (!foreignLead) return (await database.run(finish)).length > 0;
      // What follows stands only where the first statement did: a late look must not overwrite a newer one.
      const [finished] = await database.atomic([finish, ...keepForeignLeadQueries(database, { ...by, foreignLead })]);
      return finished.length > 0;
    },

    async postpone(claimed, { until, reason, attempts }) {
      const postponed = await database.run(
        build
          .updateTable("notifications")
          .set({ next_at: until, reason, attempts, lease: null, lease_until: null })
          .where("id", "=", claimed.id)
          .where("lease", "=", claimed.lease)
          .returning("id"),
      );
      return postponed.length > 0;
    },

    async holdBack({ brokerId, environment }, until) {
      await database.run(
        build
          .updateTable("notifications")
          .set({ next_at: until })
          .where("broker_id", "=", brokerId)
          .where("environment", "=", environment)
          .where("next_at", "<", until)
          .where("lease", "is", null),
      );
    },

    async nextDueAt({ environment, busyBrokers }) {
      const [next] = await database.run(
        build
          .selectFrom("notifications")
          .select((select) => select.fn.min("next_at").as("next_at"))
          .where("environment", "=", environment)
          .where("next_at", "is not", null)
          .where("broker_id", "not in", orNobody(busyBrokers)),
      );
      return next?.next_at ?? null;
    },
  };
}

/** Each pointer once, with how often it came; in one order, so that processes do not wait for each other in a circle. */
function counted(arrivals: readonly Arrival[]): { arrival: Arrival; times: number }[] {
  const keyOf = ({ brokerId, environment, pointer }: Arrival) => [brokerId, environment, pointer].join("\n");
  return [...Map.groupBy(arrivals, keyOf)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, same]) => same.slice(-1).map((arrival) => ({ arrival, times: same.length })));
}

function saveQuery(
  { build }: Database,
  { arrival, times, now, soon }: { arrival: Arrival; times: number; now: string; soon: string },
) {
  const row: NotificationsTable = {
    id: arrival.id,
    broker_id: arrival.brokerId,
    environment: arrival.environment,
    pointer: arrival.pointer,
    type: arrival.type,
    resource_id: arrival.resourceId,
    href: arrival.href,
    body: arrival.body,
    seen: times,
    done: 0,
    attempts: 0,
    next_at: arrival.isFollowed ? soon : null,
    lease: null,
    lease_until: null,
    settled_by: null,
    reason: arrival.reason,
    first_seen_at: now,
    last_seen_at: now,
    settled_at: arrival.isFollowed ? null : now,
  };
  return build
    .insertInto("notifications")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["broker_id", "environment", "pointer"]).doUpdateSet((update) => ({
        seen: update("notifications.seen", "+", times),
        body: row.body,
        last_seen_at: now,
        // Whoever waits to try again goes on waiting; what was done with is due.
        next_at: update.fn.coalesce("notifications.next_at", update.ref("excluded.next_at")),
        settled_at: row.settled_at,
      })),
    );
}

/** The call's own word, and away with those that are too old to be taken anyway. */
function nonceQueries({ build }: Database, { brokerId, environment, nonce }: Arrival, now: string) {
  const row = {
    broker_id: brokerId,
    environment,
    nonce_hash: nonce?.hash ?? "",
    expires_at: nonce?.expiresAt ?? "",
  };
  return [
    build.deleteFrom("notification_nonces").where("expires_at", "<", now),
    build.insertInto("notification_nonces").values(row),
  ] as const;
}

/** The condition stands outside as well: PostgreSQL looks again after it waited for another claim of the same row. */
function claimQuery({ build }: Database, by: Parameters<NotificationsStore["claim"]>[0], now: string) {
  return build
    .updateTable("notifications")
    .set({ lease: by.lease.id, lease_until: by.lease.until, next_at: by.lease.until })
    .where("id", "in", (inner) =>
      inner
        .selectFrom("notifications")
        .select("id")
        .where("environment", "=", by.environment)
        .where("next_at", "<=", now)
        .where("broker_id", "not in", orNobody(by.busyBrokers))
        .orderBy("next_at")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .where("next_at", "<=", now)
    .returningAll();
}

/** Done up to what was seen at the claim, never less than before. What came while we looked may be an update: again. */
function finishQuery(
  { build }: Database,
  { claimed, reason, now, soon }: { claimed: ClaimedNotification; reason: string; now: string; soon: string },
) {
  return build
    .updateTable("notifications")
    .set((update) => ({
      done: claimed.seen,
      attempts: 0,
      reason,
      settled_by: claimed.lease,
      lease: null,
      lease_until: null,
      next_at: update
        .case()
        .when("seen", ">", claimed.seen)
        .then(soon)
        .else(sql<null>`null`)
        .end(),
      settled_at: update
        .case()
        .when("seen", ">", claimed.seen)
        .then(sql<null>`null`)
        .else(now)
        .end(),
    }))
    .where("id", "=", claimed.id)
    .where("lease", "=", claimed.lease)
    .where("done", "<", claimed.seen)
    .returning("id");
}

/** SQL knows no empty list. */
function orNobody(brokerIds: readonly string[]): readonly string[] {
  return brokerIds.length > 0 ? brokerIds : [""];
}
