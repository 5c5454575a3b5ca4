import { expect } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { untilDrained } from "./drain.ts";
import { judge, noFaults } from "./judge.ts";
import { fewestUnderWay, killAgainAndAgain, type Victim } from "./kill-again-and-again.ts";
import { openLossyMarketplace, type LossyMarketplace } from "./lossy-marketplace.ts";
import { createSeededRandom } from "./seeded-random.ts";
import { openVisitors, type Visitors } from "./visitors.ts";
import { isLong, quantile, writeProof, type Figures } from "./write-proof.ts";

/** A marketplace that loses a fifth of its answers, visitors who do not give up, and kills. */
export interface Storm {
  seed: number;
  random: () => number;
  marketplace: LossyMarketplace;
}

export async function openStorm(): Promise<Storm> {
  const wanted = process.env["LIFTLINE_SEED"] ?? "1";
  const seed = wanted === "random" ? Date.now() % 2 ** 31 : Number(wanted);
  const random = createSeededRandom(seed);
  const marketplace = await openLossyMarketplace(random);
  marketplace.lossShare = 0.2;
  return { seed, random, marketplace };
}

/** What a storm left. */
export interface Wreckage {
  visitors: Visitors;
  /** Requests under way at each kill. */
  underWay: number[];
  kills: number;
  /** When it began, by the performance clock. */
  since: number;
  /** When the last one was killed: milliseconds since the epoch. */
  calmAt: number;
  seconds: number;
}

/** Kills until there have been enough, then lets everybody have their answer. The marketplace loses nothing from then on. */
export async function rage(
  { random, marketplace }: Storm,
  by: { kills: number; choose(kill: number): Victim; findBackend(): Promise<string> },
): Promise<Wreckage> {
  const since = performance.now();
  const visitors = openVisitors({
    count: 20,
    random,
    findBackend: () => by.findBackend(),
    arrived: () => marketplace.ledger.leads.length,
  });
  const underWay = await killAgainAndAgain({
    kills: by.kills,
    random,
    choose: (kill) => by.choose(kill),
    underWay: visitors.underWay,
    answered: () => visitors.receipts.length,
  });
  const calmAt = Date.now();
  await visitors.leave();
  marketplace.lossShare = 0;
  return { visitors, underWay, kills: by.kills, since, calmAt, seconds: (performance.now() - since) / 1000 };
}

/** Lets what is left be delivered, then holds everybody to what they said. */
export async function settleUp(
  { marketplace, seed }: Storm,
  wreckage: Wreckage,
  proof: { name: string; database: Database; readyMs: number[]; figures?: Figures; mostResumeMs?: number },
): Promise<void> {
  const { visitors, underWay, kills, since, calmAt } = wreckage;
  await untilDrained(proof.database, isLong ? 300_000 : 60_000);
  const judged = await judge({ ...visitors, database: proof.database, ledger: marketplace.ledger });
  const { faults, stored, resumptions } = judged;
  // Before, nobody lived long enough to keep that promise: a lease that ended waited for one kill after the other.
  const resumedMs = resumptions.filter(({ dueAt }) => dueAt > calmAt).map(({ ms }) => ms);
  const inStormMs = resumptions.filter(({ dueAt }) => dueAt <= calmAt).map(({ ms }) => ms);
  const readyMs = proof.readyMs.toSorted((left, right) => left - right);
  writeProof(proof.name, {
    kills,
    ...proof.figures,
    acknowledged: stored,
    lost: faults.lost.length,
    doubled: faults.doubled.length,
    repeats: visitors.repeats(),
    lostAnswers: marketplace.lost(),
    leastUnderWay: Math.min(...underWay),
    resumed: resumedMs.length,
    resumedMedianS: quantile(resumedMs, 0.5) / 1000,
    resumedMaxS: quantile(resumedMs, 1) / 1000,
    resumedInStorm: inStormMs.length,
    resumedInStormMedianS: quantile(inStormMs, 0.5) / 1000,
    resumedInStormMaxS: quantile(inStormMs, 1) / 1000,
    readyMedianMs: quantile(readyMs, 0.5),
    readyMaxMs: quantile(readyMs, 1),
    killingS: wreckage.seconds,
    seconds: (performance.now() - since) / 1000,
  });
  expect(visitors.surprises, `seed ${seed}`).toEqual([]);
  expect(faults, `seed ${seed}`).toEqual(noFaults);
  expect(Math.min(...underWay)).toBeGreaterThanOrEqual(fewestUnderWay);
  expect(stored).toBeGreaterThan(kills);
  expect(marketplace.lost()).toBeGreaterThan(0);
  // In the short form nobody waits for a lease to end.
  if (isLong && proof.mostResumeMs) expect(quantile(resumedMs, 1)).toBeLessThanOrEqual(proof.mostResumeMs);
}

/** R4 of `reliability.md` §2: a lease, and a look at the table. */
export const mostResumeMs = 75_000;
