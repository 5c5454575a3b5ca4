import { expect, test } from "vitest";
import { createAirportCache, type AirportAnswer } from "./airport-cache.ts";

const clock = { now: () => 0 };
const when = { scope: "demo sandbox", mayCall: true };
const answer: AirportAnswer = { airports: [], complete: true };

test("many who ask for the same wait for one call", async () => {
  const cache = createAirportCache(clock);
  const { promise, resolve } = Promise.withResolvers<AirportAnswer>();
  let calls = 0;
  const load = () => ((calls += 1), promise);
  const asking = Array.from({ length: 5 }, () => cache.load("lond", when, load));
  resolve(answer);
  expect(await Promise.all(asking)).toEqual(Array.from({ length: 5 }, () => answer));
  expect(calls).toBe(1);
});

test("where requests must not wait for each other, one that has ended holds up nobody", async () => {
  const cache = createAirportCache(clock, { coalesces: false });
  void cache.load("lond", when, () => new Promise(() => undefined));
  expect(await cache.load("lond", when, async () => answer)).toBe(answer);
  expect(cache.findFresh("lond")).toBe(answer);
});
