import { expect, test } from "vitest";
import type { Timers } from "../deliveries/delivery-worker.ts";
import { systemRandomness } from "../randomness.ts";
import { createNotificationWorker, type NotificationWorkerOptions } from "./notification-worker.ts";
import type { ClaimedNotification } from "./notifications.store.ts";

const now = Date.parse("2026-12-01T10:00:00Z");

/** A worker over a list of notifications, each named by its broker. */
function openWorker(options: Partial<NotificationWorkerOptions> = {}) {
  const due: string[] = [];
  const begun: string[] = [];
  const logged: string[] = [];
  const ends: (() => void)[] = [];
  const waits: { ms: number; run: () => void }[] = [];
  const timers: Timers = {
    after(ms, run) {
      const wait = { ms, run };
      waits.push(wait);
      return () => void waits.splice(waits.indexOf(wait), waits.includes(wait) ? 1 : 0);
    },
  };
  const log = (event: string) => void logged.push(event);
  const worker = createNotificationWorker({
    notifications: {
      clock: { now: () => now },
      async claim({ busyBrokers, lease }) {
        const next = due.findIndex((broker) => !busyBrokers.includes(broker));
        const [broker] = next < 0 ? [] : due.splice(next, 1);
        // Of a notification the worker reads no more than whose it is.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return broker === undefined ? undefined : ({ broker_id: broker, lease: lease.id } as ClaimedNotification);
      },
      nextDueAt: async ({ busyBrokers }) =>
        due.some((broker) => !busyBrokers.includes(broker)) ? new Date(now + 3000).toISOString() : null,
    },
    environment: "sandbox",
    process: (claimed) => {
      begun.push(claimed.broker_id);
      return new Promise((resolve) => ends.push(resolve));
    },
    randomness: systemRandomness,
    timers,
    log: { info: log, warn: log, error: log },
    ...options,
  });
  return { worker, due, begun, logged, ends, waits };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("looks after four brokers at a time, and one thing of each", async () => {
  const { worker, due, begun, ends } = openWorker();
  due.push("a", "a", "b", "b", "c", "d", "e");
  worker.start();
  await settle();
  expect(begun).toEqual(["a", "b", "c", "d"]);
  ends.shift()?.();
  await settle();
  expect(begun).toEqual(["a", "b", "c", "d", "a"]);
  for (let left = 0; left < 7; left += 1) {
    for (const end of ends.splice(0)) end();
    await settle();
  }
  expect(begun.toSorted()).toEqual(["a", "a", "b", "b", "c", "d", "e"]);
  await worker.stop();
});

test("comes back by itself after a quarter of a minute at the latest, and does not spin", async () => {
  const { worker, waits } = openWorker();
  worker.start();
  await settle();
  expect(waits.map(({ ms }) => ms)).toEqual([15_000]);
  worker.wake();
  worker.wake();
  await settle();
  expect(waits).toHaveLength(1);
  await worker.stop();
  expect(waits).toEqual([]);
});

test("goes on after a database that was away, and after a look that was interrupted", async () => {
  let isAway = true;
  const { worker, logged, waits } = openWorker({
    notifications: {
      clock: { now: () => now },
      claim: () => (isAway ? Promise.reject(new Error("away")) : Promise.resolve(undefined)),
      nextDueAt: async () => null,
    },
  });
  worker.start();
  await settle();
  expect([logged, waits.map(({ ms }) => ms)]).toEqual([["notification.stalled"], [1000]]);
  isAway = false;
  waits.shift()?.run();
  await settle();
  expect(waits.map(({ ms }) => ms)).toEqual([15_000]);
  await worker.stop();

  const interrupted = openWorker({ process: () => Promise.reject(new Error("any")) });
  interrupted.due.push("a", "a");
  interrupted.worker.start();
  await settle();
  expect(interrupted.logged).toEqual(["notification.interrupted", "notification.interrupted"]);
  await interrupted.worker.stop();
});

test("stops by beginning nothing more, and ends what it began early", async () => {
  const stops: AbortSignal[] = [];
  const { worker, due, begun } = openWorker({
    process: (_, stop) => {
      stops.push(stop);
      return new Promise((resolve) => stop.addEventListener("abort", () => resolve()));
    },
  });
  due.push("a", "a", "b");
  worker.start();
  await settle();
  await worker.stop();
  worker.wake();
  await settle();
  expect([stops.length, begun, due]).toEqual([2, [], ["a"]]);
});

test("waits for nobody who keeps house meanwhile, and never keeps it twice at once", async () => {
  let kept = 0;
  const { worker, due, begun } = openWorker({
    keep: () => {
      kept += 1;
      return new Promise(() => {});
    },
  });
  worker.start();
  await settle();
  due.push("a");
  worker.wake();
  await settle();
  expect([kept, begun]).toEqual([1, ["a"]]);
});
