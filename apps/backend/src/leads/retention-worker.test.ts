import { expect, test } from "vitest";
import { createRetentionWorker } from "./retention-worker.ts";

/** Minutes pass when the test says so; what the worker asked of the store is written down. */
function openSubject({ fails = false, keep }: { fails?: boolean; keep?: () => Promise<void> } = {}) {
  const asked: string[] = [];
  const logged: string[] = [];
  let next: (() => void) | undefined;
  const note = (event: string) => void logged.push(event);
  const worker = createRetentionWorker({
    erasures: {
      markPerson: async () => [],
      markFinished: async ({ brokerId }) => (asked.push(`finished ${brokerId}`), 0),
      listMarked: async () => {
        asked.push("marked");
        if (fails) throw new Error("jo@visitor.example");
        return [];
      },
      erase: async () => true,
      deleteForeign: async () => 0,
      deletePointers: async () => 0,
      deleteKeys: async () => void asked.push("keys"),
    },
    brokers: { all: [] },
    database: { clock: { now: () => 0 }, forget: async () => undefined },
    randomness: { bytes: (length) => new Uint8Array(length) },
    log: { info: note, warn: note, error: (event, fields) => note(`${event} ${JSON.stringify(fields)}`) },
    deliveryWorker: { wake: () => undefined },
    ...(keep && { keep }),
    timers: {
      after(_ms, run) {
        next = run;
        return () => (next = undefined);
      },
    },
  });
  async function pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      next?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { worker, asked, logged, pass, isWaiting: () => next !== undefined };
}

test("what is marked is looked at each minute, what was kept long enough at the start and each hour", async () => {
  const { worker, asked, pass } = openSubject();
  worker.start();
  await pass(0);
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked.filter((word) => word === "keys")).toHaveLength(1);
  await pass(60);
  expect(asked.filter((word) => word === "keys")).toHaveLength(2);
  expect(asked.filter((word) => word === "marked")).toHaveLength(61);
  await worker.stop();
});

test("a failure is logged without its words, and is not the end", async () => {
  const { worker, logged, pass, isWaiting } = openSubject({ fails: true });
  worker.start();
  await pass(0);
  await new Promise((resolve) => setImmediate(resolve));
  await pass(2);
  expect(logged).toEqual(Array.from({ length: 3 }, () => 'retention.failed {"cause":"Error"}'));
  expect(isWaiting()).toBe(true);
  await worker.stop();
  expect(isWaiting()).toBe(false);
});

test("what else is looked at each hour does not wait for an erasure that fails", async () => {
  let kept = 0;
  const { worker, logged, pass } = openSubject({ fails: true, keep: async () => void (kept += 1) });
  worker.start();
  await pass(0);
  await new Promise((resolve) => setImmediate(resolve));
  expect([kept, logged]).toEqual([1, ['retention.failed {"cause":"Error"}']]);
  await pass(60);
  expect(kept).toBe(2);
  await worker.stop();
});
