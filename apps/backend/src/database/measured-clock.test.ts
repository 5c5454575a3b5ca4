import { expect, test } from "vitest";
import { createMeasuredClock } from "./measured-clock.ts";

/** A machine and a database whose times have nothing to do with each other; a question takes as long as it is told to. */
function createWorld(waits: number[] = []) {
  let elapsed = 0;
  const databaseStart = 5_000_000;
  return {
    elapsed: () => elapsed,
    pass: (ms: number) => void (elapsed += ms),
    databaseNow: () => databaseStart + elapsed,
    readTime: async () => {
      const wait = waits.shift() ?? 0;
      elapsed += wait / 2;
      const time = databaseStart + elapsed;
      elapsed += wait / 2;
      return time;
    },
  };
}

test("I8: goes by the database's time once it has asked", async () => {
  const world = createWorld([40, 40, 40]);
  const clock = createMeasuredClock(world);
  await clock.measure(world.readTime);
  world.pass(12_345);
  expect(clock.now()).toBe(world.databaseNow());
});

test("of several answers the fastest counts: a slow one says less about when it was true", async () => {
  const world = createWorld([2, 900, 3]);
  const clock = createMeasuredClock(world);
  await clock.measure(world.readTime);
  expect(clock.now()).toBe(world.databaseNow());
});

test("asks again after half a minute, and only one of many does", async () => {
  const world = createWorld();
  const clock = createMeasuredClock({ ...world, questions: 1 });
  expect(clock.isStale).toBe(true);
  const measuring = clock.measure(world.readTime);
  expect(clock.isStale).toBe(false);
  await measuring;
  world.pass(30_000);
  expect(clock.isStale).toBe(false);
  world.pass(1);
  expect(clock.isStale).toBe(true);
});

test("keeps what it knew when the database does not answer", async () => {
  const world = createWorld();
  const clock = createMeasuredClock(world);
  await clock.measure(world.readTime);
  world.pass(31_000);
  await expect(clock.measure(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(clock.now()).toBe(world.databaseNow());
});
