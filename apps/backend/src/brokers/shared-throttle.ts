import type { Rate, Throttle, Turn } from "@liftline/api-client/avinode";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Sleep } from "../sleep.ts";
import type { BookedTurn, CallBucketsStore } from "./call-buckets.store.ts";

export interface SharedThrottleDependencies {
  callBuckets: CallBucketsStore;
  /** The database's: all processes go by it. */
  clock: Clock;
  sleep: Sleep;
  log: Log;
}

/** How long nobody calls where the budget cannot be asked for: it may be spent. */
const blindMs = 5_000;

/**
 * The call budget of one operation of one connection, shared by every process on the database. There is no queue in here and no
 * timer that outlives its call: each call books its own turn and waits for it, so that it works where requests may not touch
 * each other (Workers).
 */
export function createSharedThrottle(
  { callBuckets, clock, sleep, log }: SharedThrottleDependencies,
  { name, rate }: { name: string; rate: Rate },
): Throttle {
  const bucket = { name, intervalMs: Math.max(1, Math.ceil(1000 / rate.perSecond)), burst: rate.burst };
  // What this process saw last, which is all that can be told without asking.
  let known = { fullAt: 0, frozenUntil: 0 };

  async function take(options: { maxWaitMs: number; signal?: AbortSignal | undefined }): Promise<Turn> {
    const giveUpAt = clock.now() + options.maxWaitMs;
    try {
      return await bookAndWait(giveUpAt, options.signal);
    } catch (error) {
      log.warn("budget.unknown", { cause: error instanceof Error ? error.name : "unknown" });
      return { kind: "refused", retryAfterMs: blindMs };
    }
  }

  async function bookAndWait(giveUpAt: number, signal: AbortSignal | undefined): Promise<Turn> {
    for (;;) {
      if (signal?.aborted) return { kind: "aborted" };
      const turn = await callBuckets.book(bucket, giveUpAt);
      if ("wouldStartAt" in turn) {
        known = { ...known, frozenUntil: Math.max(known.frozenUntil, turn.wouldStartAt) };
        return { kind: "refused", retryAfterMs: Math.max(1, turn.wouldStartAt - clock.now()) };
      }
      known = { ...known, fullAt: turn.fullAt };
      if (await comes(turn, signal)) return { kind: "granted" };
    }
  }

  /** False where a freeze came in between, or nobody wants it any more. */
  async function comes(turn: BookedTurn, signal: AbortSignal | undefined): Promise<boolean> {
    const waitMs = turn.startsAt - clock.now();
    if (waitMs <= 0) return true;
    await sleep(waitMs, signal);
    if (signal?.aborted) {
      await callBuckets.giveBack(bucket, turn);
      return false;
    }
    return callBuckets.stands(bucket, turn);
  }

  async function freeze(ms: number): Promise<void> {
    const until = Math.ceil(clock.now() + ms);
    known = { ...known, frozenUntil: Math.max(known.frozenUntil, until) };
    await callBuckets.freeze(bucket, until).catch((error: unknown) => {
      log.warn("budget.unknown", { cause: error instanceof Error ? error.name : "unknown" });
    });
  }

  return {
    take,
    freeze,
    budget() {
      const now = clock.now();
      const waitMs = Math.max(0, known.frozenUntil - now, known.fullAt - (bucket.burst - 1) * bucket.intervalMs - now);
      const owed = Math.ceil(Math.max(0, known.fullAt - now) / bucket.intervalMs);
      return { available: waitMs > 0 ? 0 : Math.max(0, bucket.burst - owed), waitMs };
    },
  };
}
