import { afterEach, expect, test } from "vitest";
import { openLeadDesk, type LeadDesk } from "../../test/lead-desk.ts";
import type { Channel } from "./channels/channel.ts";
import { patientSchedule } from "./delivery-schedule.ts";
import type { Outcome } from "./outcome.ts";
import { createDeliveryWorker, type DeliveryWorker, type Timers } from "./delivery-worker.ts";

const desks: LeadDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.database.close();
});

interface TestTimers extends Timers {
  /** Waits that are set, in milliseconds. */
  waits(): number[];
  /** Lets all of them end now. */
  fire(): void;
}

function createTestTimers(): TestTimers {
  const set = new Map<object, { ms: number; run: () => void }>();
  return {
    after(ms, run) {
      const name = {};
      set.set(name, { ms, run });
      return () => void set.delete(name);
    },
    waits: () => [...set.values()].map(({ ms }) => ms),
    fire() {
      const due = [...set.values()];
      set.clear();
      for (const { run } of due) run();
    },
  };
}

async function openWorker(): Promise<{ desk: LeadDesk; worker: DeliveryWorker; timers: TestTimers }> {
  const desk = await openLeadDesk();
  desks.push(desk);
  const timers = createTestTimers();
  const worker = createDeliveryWorker({
    ...desk,
    deliveries: { ...desk.deliveries, claim: (claim) => desk.deliveries.claim(claim) },
    timers,
  });
  return { desk, worker, timers };
}

/** Resolves when everything that runs without a timer has run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** A promise and what ends it. */
function gate(): { passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

test("delivers what a process before it left behind, as soon as it starts", async () => {
  const { desk, worker } = await openWorker();
  for (let index = 0; index < 7; index += 1) await desk.submit(desk.request());
  worker.start();
  await settle();
  expect(desk.ledger.leads.size).toBe(7);
  await worker.stop();
});

test("delivers at once when it is woken, and waits otherwise", async () => {
  const { desk, worker, timers } = await openWorker();
  worker.start();
  await settle();
  await desk.submit(desk.request());
  await settle();
  expect(desk.ledger.leads.size).toBe(0);
  worker.wake();
  await settle();
  expect(desk.ledger.leads.size).toBe(1);
  expect(timers.waits()).toEqual([15_000]);
  await worker.stop();
  expect(timers.waits()).toEqual([]);
});

test("comes back when the next one is due, not sooner and not in a hurry", async () => {
  const { desk, worker, timers } = await openWorker();
  await desk.submit(desk.request());
  let calls = 0;
  desk.ledger.onCall = () => {
    calls += 1;
    if (calls === 1) throw new Error("any fault");
  };
  worker.start();
  await settle();
  expect(calls).toBe(1);
  const [wait = 0] = timers.waits();
  expect(wait).toBeLessThanOrEqual(5_000);
  desk.advance(wait);
  timers.fire();
  await settle();
  expect(desk.ledger.leads.size).toBe(1);
  await worker.stop();
});

test("works on a few at a time, so that one that hangs does not hold up the others", async () => {
  const { desk, worker } = await openWorker();
  const hanging = gate();
  let first = true;
  desk.ledger.onCall = () => {
    if (!first) return undefined;
    first = false;
    return hanging.passed;
  };
  for (let index = 0; index < 9; index += 1) await desk.submit(desk.request());
  worker.start();
  await settle();
  expect(desk.ledger.leads.size).toBe(8);
  hanging.open();
  await settle();
  expect(desk.ledger.leads.size).toBe(9);
  await worker.stop();
});

test("stops by ending what it began and beginning nothing more", async () => {
  const { desk, worker } = await openWorker();
  const hanging = gate();
  desk.ledger.onCall = () => hanging.passed;
  for (let index = 0; index < 9; index += 1) await desk.submit(desk.request());
  worker.start();
  await settle();
  expect(desk.ledger.calls).toHaveLength(4);
  const stopped = worker.stop();
  worker.wake();
  hanging.open();
  await stopped;
  expect(desk.ledger.leads.size).toBe(4);
  const open = await desk.database.run(
    desk.database.build.selectFrom("deliveries").select("state").where("state", "=", "sending"),
  );
  expect(open).toEqual([]);
});

test("does not wait for ever when it is stopped", async () => {
  const { desk, worker, timers } = await openWorker();
  const hanging = gate();
  desk.ledger.onCall = () => hanging.passed;
  await desk.submit(desk.request());
  worker.start();
  await settle();
  const stopped = worker.stop();
  await settle();
  expect(timers.waits()).toEqual([8_000]);
  timers.fire();
  await settle();
  // Ended from outside, it may still say how; not for long.
  expect(timers.waits()).toEqual([1_500]);
  timers.fire();
  await stopped;
  hanging.open();
  await settle();
});

test("R24 of reliability.md §2: ends what takes too long and writes down that it may have arrived", async () => {
  const { desk, worker, timers } = await openWorker();
  const ended: Outcome = { state: "unknown", reason: "aborted", wait: "shortly", counts: false };
  const channel: Channel = {
    schedule: patientSchedule,
    tryMs: 50_000,
    concurrency: 4,
    send: (_, { signal }) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(ended))),
  };
  desk.channels.find = () => channel;
  await desk.submit(desk.request());
  worker.start();
  await settle();
  const stopped = worker.stop();
  await settle();
  timers.fire();
  await stopped;
  const deliveries = desk.database.build.selectFrom("deliveries").select(["state", "lease", "attempts"]);
  expect(await desk.database.run(deliveries)).toEqual([{ state: "unknown", lease: null, attempts: 0 }]);
});

test("goes on after a database that was away, without spinning", async () => {
  const { desk, worker, timers } = await openWorker();
  await desk.submit(desk.request());
  let away = true;
  const { deliveries } = desk;
  desk.deliveries = {
    ...deliveries,
    claim: (claim) => (away ? Promise.reject(new Error("away")) : deliveries.claim(claim)),
  };
  worker.start();
  await settle();
  expect(timers.waits()).toEqual([1_000]);
  expect(desk.logged.filter(({ event }) => event === "delivery.stalled")).toHaveLength(1);
  away = false;
  timers.fire();
  await settle();
  expect(desk.ledger.leads.size).toBe(1);
  await worker.stop();
});
