import { sql, type RawBuilder } from "kysely";
import type { Database } from "../database/database.ts";

/** What a bucket gives out. */
export interface CallBucket {
  /** Broker, environment and operation. */
  name: string;
  /** Milliseconds between two calls when they come steadily. */
  intervalMs: number;
  /** Calls that may go at once after a pause. */
  burst: number;
}

/** A turn that is one's own, unless a freeze comes before it. */
export interface BookedTurn {
  /** Milliseconds since the epoch: the call may go. */
  startsAt: number;
  /** To find out whether a freeze came. */
  epoch: number;
  /** What booking it left behind, for giving it back. */
  fullAt: number;
}

/** One budget for all processes on a database: each change is one conditional statement, so it needs no lock held by anybody. */
export interface CallBucketsStore {
  /** Books the next turn, where it comes until then (milliseconds since the epoch); else when it would come. */
  book(bucket: CallBucket, until: number): Promise<BookedTurn | { wouldStartAt: number }>;
  /** Whether the turn still stands: no freeze has come since. */
  stands(bucket: CallBucket, turn: BookedTurn): Promise<boolean>;
  /** A turn that nobody takes goes to the next, where no other one was booked after it. */
  giveBack(bucket: CallBucket, turn: BookedTurn): Promise<void>;
  /** No call goes before; turns that were booked for later are void. A freeze never shortens one that runs. */
  freeze(bucket: CallBucket, until: number): Promise<void>;
}

export function createCallBucketsStore(database: Database): CallBucketsStore {
  const { build, clock } = database;
  return {
    async book(bucket, until) {
      const now = clock.now();
      const [booked] = await database.run(bookQuery(database, { bucket, now, until }));
      if (booked) {
        const { full_at: fullAt, frozen_until, epoch } = booked;
        return { startsAt: startOf(bucket, { fullAt: fullAt - bucket.intervalMs, frozen_until, now }), epoch, fullAt };
      }
      const row = await find(database, bucket.name);
      return { wouldStartAt: row ? startOf(bucket, { ...row, fullAt: row.full_at, now }) : now };
    },

    async stands({ name }, { epoch }) {
      return (await find(database, name))?.epoch === epoch;
    },

    async giveBack({ name, intervalMs }, { epoch, fullAt }) {
      await database.run(
        build
          .updateTable("call_buckets")
          .set({ full_at: fullAt - intervalMs })
          .where("name", "=", name)
          .where("epoch", "=", epoch)
          .where("full_at", "=", fullAt),
      );
    },

    async freeze({ name, intervalMs, burst }, until) {
      // Whatever was not gone by now is void, so the bucket is at worst empty, and fills while it is frozen.
      const emptyUntil = clock.now() + burst * intervalMs;
      await database.run(
        build
          .insertInto("call_buckets")
          .values({ name, full_at: emptyUntil, frozen_until: until, epoch: 1 })
          .onConflict((conflict) =>
            conflict
              .column("name")
              .doUpdateSet((update) => ({
                full_at: least(sql.ref("call_buckets.full_at"), emptyUntil),
                frozen_until: until,
                epoch: update("call_buckets.epoch", "+", 1),
              }))
              .where("call_buckets.frozen_until", "<", until),
          ),
      );
    },
  };
}

/** Moves the time at which the bucket is full by one call. */
function bookQuery({ build }: Database, { bucket, now, until }: { bucket: CallBucket; now: number; until: number }) {
  const { name, intervalMs, burst } = bucket;
  const ahead = (burst - 1) * intervalMs;
  const from = greatest(greatest(sql.ref("call_buckets.full_at"), sql.ref("call_buckets.frozen_until")), now);
  return build
    .insertInto("call_buckets")
    .values({ name, full_at: now + intervalMs, frozen_until: 0, epoch: 0 })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ full_at: sql<number>`${from} + ${sql.lit(intervalMs)}` })
        .where("call_buckets.frozen_until", "<=", until)
        .where("call_buckets.full_at", "<=", until + ahead),
    )
    .returning(["full_at", "frozen_until", "epoch"]);
}

/** When a call goes that finds the bucket like this. */
function startOf(
  { burst, intervalMs }: CallBucket,
  row: { fullAt: number; frozen_until: number; now: number },
): number {
  return Math.max(row.now, row.frozen_until, row.fullAt - (burst - 1) * intervalMs);
}

async function find(database: Database, name: string) {
  const query = database.build.selectFrom("call_buckets").selectAll().where("name", "=", name);
  return (await database.run(query))[0];
}

/** The greater of two, in words that every database knows; whole numbers, written into the statement. */
function greatest(one: RawBuilder<unknown>, other: RawBuilder<unknown> | number): RawBuilder<number> {
  const second = typeof other === "number" ? sql.lit(other) : other;
  return sql<number>`(case when ${one} > ${second} then ${one} else ${second} end)`;
}

function least(one: RawBuilder<unknown>, other: number): RawBuilder<number> {
  return sql<number>`(case when ${one} < ${sql.lit(other)} then ${one} else ${sql.lit(other)} end)`;
}
