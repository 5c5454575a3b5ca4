import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVirtualTime } from "../../test/virtual-time.ts";
import { createThrottle, type Turn } from "./throttle.ts";

const patient = { maxWaitMs: 3_600_000 };

function createSubject(rate = { perSecond: 1, burst: 5 }) {
  const time = createVirtualTime(0);
  return { time, throttle: createThrottle({ rate, clock: time.clock, sleep: time.sleep }) };
}

describe("the throttle", () => {
  test("R12: lets a burst go and then one a second, in order of arrival", async () => {
    const { time, throttle } = createSubject();
    const order: [number, number][] = [];
    const calls = Array.from({ length: 8 }, async (_, index) => {
      await throttle.take(patient);
      order.push([index, time.clock.now()]);
    });
    await time.run(Promise.all(calls));
    expect(order.map(([index]) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(order.map(([, at]) => at)).toEqual([0, 0, 0, 0, 0, 1000, 2000, 3000]);
  });

  test("R12: never lets more go than burst and rate allow, whatever the traffic", async () => {
    const traffic = fc.array(fc.record({ pauseMs: fc.nat(4000), calls: fc.integer({ min: 1, max: 6 }) }), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(traffic, fc.integer({ min: 1, max: 6 }), async (waves, burst) => {
        const { time, throttle } = createSubject({ perSecond: 1, burst });
        const granted: number[] = [];
        const all: Promise<unknown>[] = [];
        for (const { pauseMs, calls } of waves) {
          time.advance(pauseMs);
          for (let call = 0; call < calls; call += 1) {
            all.push(
              throttle
                .take({ maxWaitMs: 20_000 })
                .then((turn) => (turn.kind === "granted" ? granted.push(time.clock.now()) : 0)),
            );
          }
          // Whoever may go goes before the clock moves on.
          await Promise.resolve();
          await Promise.resolve();
        }
        await time.run(Promise.all(all));
        for (let first = 0; first < granted.length; first += 1) {
          for (let last = first; last < granted.length; last += 1) {
            const seconds = (granted[last]! - granted[first]!) / 1000;
            expect(last - first + 1).toBeLessThanOrEqual(burst + seconds + 0.001);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("tells a call at once that it would wait too long, and for how long", async () => {
    const { throttle } = createSubject({ perSecond: 1, burst: 1 });
    await throttle.take(patient);
    void throttle.take(patient);
    expect(await throttle.take({ maxWaitMs: 1999 })).toEqual({ kind: "refused", retryAfterMs: 2000 });
  });

  test("keeps its queue bounded whatever the patience", async () => {
    const { throttle } = createSubject({ perSecond: 1, burst: 1 });
    for (let call = 0; call < 101; call += 1) void throttle.take(patient);
    expect(await throttle.take(patient)).toEqual({ kind: "refused", retryAfterMs: 101_000 });
  });

  test("R12: no call goes before a freeze ends, not even one that was waiting", async () => {
    const { time, throttle } = createSubject({ perSecond: 1, burst: 1 });
    await throttle.take(patient);
    const waiting = throttle.take(patient);
    void throttle.freeze(30_000);
    void throttle.freeze(10_000);
    await time.run(waiting);
    expect(time.clock.now()).toBe(30_000);
  });

  test("a freeze sends those away at once who cannot outlast it, and only those", async () => {
    const { time, throttle } = createSubject({ perSecond: 1, burst: 1 });
    await throttle.take(patient);
    const hasty = throttle.take({ maxWaitMs: 8000 });
    const calm = throttle.take({ maxWaitMs: 60_000 });
    void throttle.freeze(20_000);
    expect(await hasty).toEqual({ kind: "refused", retryAfterMs: 20_000 });
    expect(await time.run(calm)).toEqual({ kind: "granted" });
    expect(time.clock.now()).toBe(20_000);
  });

  test("a call that is given up leaves its place to the next", async () => {
    const { time, throttle } = createSubject({ perSecond: 1, burst: 1 });
    await throttle.take(patient);
    const typing = new AbortController();
    const given: Promise<Turn>[] = Array.from({ length: 5 }, () =>
      throttle.take({ ...patient, signal: typing.signal }),
    );
    const next = throttle.take(patient);
    typing.abort();
    expect(await Promise.all(given)).toEqual(Array.from({ length: 5 }, () => ({ kind: "aborted" })));
    await time.run(next);
    expect(time.clock.now()).toBe(1000);
    expect(await throttle.take({ ...patient, signal: typing.signal })).toEqual({ kind: "aborted" });
  });

  test("says what is left without spending it", async () => {
    const { time, throttle } = createSubject({ perSecond: 1, burst: 2 });
    expect(throttle.budget()).toEqual({ available: 2, waitMs: 0 });
    await throttle.take(patient);
    expect(throttle.budget()).toEqual({ available: 1, waitMs: 0 });
    await throttle.take(patient);
    expect(throttle.budget()).toEqual({ available: 0, waitMs: 1000 });
    void throttle.freeze(5000);
    expect(throttle.budget()).toEqual({ available: 0, waitMs: 5000 });
    time.advance(5000);
    expect(throttle.budget()).toEqual({ available: 2, waitMs: 0 });
  });

  test("goes on when the clock jumps back", async () => {
    const { time, throttle } = createSubject({ perSecond: 1, burst: 1 });
    await throttle.take(patient);
    time.advance(-600_000);
    const before = time.clock.now();
    await time.run(throttle.take(patient));
    expect(time.clock.now() - before).toBe(1000);
  });
});
