import * as fc from "fast-check";
import type { Throttle, Turn } from "@liftline/api-client/avinode";
import { afterEach, describe, expect, test } from "vitest";
import { databaseKinds, openTestDatabase, type DatabaseKind } from "../../test/databases/open-test-database.ts";
import type { Database } from "../database/database.ts";
import { openDatabase } from "../database/open-database.ts";
import { createCallBucketsStore, type CallBucketsStore } from "./call-buckets.store.ts";
import { createSharedThrottle } from "./shared-throttle.ts";

const patient = { maxWaitMs: 3_600_000 };
const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.close();
});

/** Processes that share a database, a clock and nothing else. Who waits is woken in the order of time. */
async function openProcesses(kind: DatabaseKind | "memory", count: number, rate = { perSecond: 1, burst: 5 }) {
  let now = Date.parse("2026-12-01T10:00:00Z");
  const start = now;
  const clock = { now: () => now };
  const database =
    kind === "memory" ? await openDatabase({ url: ":memory:", clock }) : await openTestDatabase(kind, clock);
  databases.push(database);
  const sleepers: { at: number; wake: () => void }[] = [];
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      const sleeper = { at: now + ms, wake: resolve };
      sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        sleepers.splice(sleepers.indexOf(sleeper), 1);
        resolve();
      });
    });
  const store = createCallBucketsStore(database);
  let asked = 0;
  const counted = async <Answer>(answer: Promise<Answer>) => {
    asked += 1;
    return answer.finally(() => (asked -= 1));
  };
  const callBuckets: CallBucketsStore = {
    book: (...args) => counted(store.book(...args)),
    stands: (...args) => counted(store.stands(...args)),
    giveBack: (...args) => counted(store.giveBack(...args)),
    freeze: (...args) => counted(store.freeze(...args)),
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const throttles = Array.from({ length: count }, () =>
    createSharedThrottle({ callBuckets, clock, sleep, log }, { name: "demo sandbox leads.create", rate }),
  );
  /** Nobody has anything to do but sleep. */
  async function everybodyWaits(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = asked === 0 ? quiet + 1 : 0) await new Promise(setImmediate);
  }
  function wakeUntil(time: number): void {
    if (time === Number.POSITIVE_INFINITY) return;
    now = Math.max(now, time);
    for (const due of sleepers.filter(({ at }) => at <= now)) {
      sleepers.splice(sleepers.indexOf(due), 1);
      due.wake();
    }
  }
  /** Timers that end on the way end in time: one that is late has its call go late, and the next one still when it is due. */
  async function advance(ms: number): Promise<void> {
    const until = now + ms;
    for (let next = now; next <= until; next = Math.min(...sleepers.map(({ at }) => at))) {
      wakeUntil(next);
      await everybodyWaits();
    }
    now = until;
  }
  /** When it was settled, in milliseconds since the start. */
  const timed = async (turn: Promise<Turn>) => ({ turn: await turn, at: now - start });
  /** Lets time pass until all are settled. */
  async function run(turns: ReturnType<typeof timed>[]) {
    const all = Promise.all(turns);
    const state = { settled: false };
    void all.then(() => (state.settled = true));
    while (!state.settled) {
      await everybodyWaits();
      if (!state.settled) wakeUntil(Math.min(...sleepers.map(({ at }) => at)));
    }
    return (await all).toSorted((one, other) => one.at - other.at);
  }
  const [first] = throttles;
  if (!first) throw new Error("no process");
  return { first, throttles, timed, run, advance, database };
}

const granted = (settled: { at: number; turn: Turn }[]) =>
  settled.filter(({ turn }) => turn.kind === "granted").map(({ at }) => at);

describe.each(databaseKinds)("one budget for all processes, on %s", (kind) => {
  test("R12: a burst goes, then one a second, whichever process asks", async () => {
    const { throttles, timed, run } = await openProcesses(kind, 4);
    const turns = await run([...throttles, ...throttles].map((throttle) => timed(throttle.take(patient))));
    expect(granted(turns)).toEqual([0, 0, 0, 0, 0, 1000, 2000, 3000]);
  });

  test("R12: a freeze that one process is told of holds for all, also for who was waiting", async () => {
    const { throttles, first, timed, run } = await openProcesses(kind, 3, { perSecond: 1, burst: 1 });
    await first.take(patient);
    const waiting = throttles.map((throttle) => timed(throttle.take(patient)));
    await first.take({ maxWaitMs: 0 });
    await first.freeze(30_000);
    await first.freeze(10_000);
    expect(granted(await run(waiting))).toEqual([30_000, 31_000, 32_000]);
  });

  test("tells a call at once that it would wait too long, and for how long", async () => {
    const { throttles } = await openProcesses(kind, 2, { perSecond: 1, burst: 1 });
    const [one, other] = throttles as [Throttle, Throttle];
    await one.take(patient);
    expect(await other.take({ maxWaitMs: 999 })).toEqual({ kind: "refused", retryAfterMs: 1000 });
    await one.freeze(60_000);
    expect(await other.take({ maxWaitMs: 8000 })).toEqual({ kind: "refused", retryAfterMs: 60_000 });
    expect(other.budget()).toEqual({ available: 0, waitMs: 60_000 });
  });

  test("a call that is given up leaves its place to the next", async () => {
    const { throttles, first, timed, run } = await openProcesses(kind, 2, { perSecond: 1, burst: 1 });
    await first.take(patient);
    const typing = new AbortController();
    const given = first.take({ ...patient, signal: typing.signal });
    await first.take({ maxWaitMs: 0 });
    typing.abort();
    expect(await given).toEqual({ kind: "aborted" });
    const next = throttles.map((throttle) => timed(throttle.take(patient)));
    expect(granted(await run(next))).toEqual([1000, 2000]);
  });
});

test("R12: never lets more go than burst and rate allow, whatever the traffic, freezes and processes", async () => {
  const waves = fc.array(
    fc.record({
      pauseMs: fc.nat(4000),
      process: fc.nat(2),
      calls: fc.integer({ min: 1, max: 5 }),
      freezeMs: fc.option(fc.nat(9000)),
    }),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(waves, fc.integer({ min: 1, max: 5 }), async (traffic, burst) => {
      const { throttles, timed, run, advance, database } = await openProcesses("memory", 3, { perSecond: 1, burst });
      const turns: ReturnType<typeof timed>[] = [];
      for (const { pauseMs, process, calls, freezeMs } of traffic) {
        await advance(pauseMs);
        for (let call = 0; call < calls; call += 1) turns.push(timed(throttles[process]!.take({ maxWaitMs: 20_000 })));
        await throttles[process]!.take({ maxWaitMs: -1 });
        if (freezeMs !== null) await throttles[(process + 1) % 3]!.freeze(freezeMs);
      }
      const times = granted(await run(turns));
      for (let from = 0; from < times.length; from += 1) {
        for (let to = from; to < times.length; to += 1) {
          expect(to - from + 1).toBeLessThanOrEqual(burst + (times[to]! - times[from]!) / 1000 + 0.001);
        }
      }
      await database.close();
      databases.length = 0;
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("nobody calls while the budget cannot be asked for", async () => {
  const { first, database } = await openProcesses("memory", 1);
  await database.close();
  expect(await first.take(patient)).toEqual({ kind: "refused", retryAfterMs: 5000 });
  await first.freeze(1000);
});
