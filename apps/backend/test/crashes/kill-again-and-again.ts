import { setTimeout as sleep } from "node:timers/promises";

/** Something that can be killed and comes back by itself. */
export interface Victim {
  /** Resolves once it has been started, ready or not. */
  started(): Promise<unknown>;
  /** Resolves once it works. */
  listening(): Promise<unknown>;
  /** Resolves when it is gone. */
  kill(): Promise<void>;
}

export interface Killing {
  kills: number;
  random: () => number;
  /** Which one is next. */
  choose(kill: number): Victim;
  /** Requests that are not answered; nobody is killed before there are enough. */
  underWay(): number;
  /** Answers so far: by them a life is measured, so that a slow machine kills as often for each of them as a fast one. */
  answered(): number;
}

/** Requests under way at every kill, at least. */
export const fewestUnderWay = 16;
/** One kill in so many comes while the victim is still starting. */
const early = 8;
/** Milliseconds of a start in which it may come. */
const startMs = 300;
/** Answers that a life may last, unless it lasts too many milliseconds. */
const lifeAnswers = 20;
const lifeMs = 2000;
/** Milliseconds after such an answer in which the kill comes. */
const pauseMs = 10;

/** Kills at random moments. Answers how many requests were under way at each. */
export async function killAgainAndAgain({ kills, random, choose, underWay, answered }: Killing): Promise<number[]> {
  const counts: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const victim = choose(kill);
    if (random() * early < 1) {
      await victim.started();
      await sleep(random() * startMs);
    } else {
      await victim.listening();
      const [enough, end] = [answered() + random() * lifeAnswers, performance.now() + lifeMs];
      while (answered() < enough && performance.now() < end) await sleep(1);
      await sleep(random() * pauseMs);
    }
    while (underWay() < fewestUnderWay) await sleep(1);
    counts.push(underWay());
    await victim.kill();
  }
  return counts;
}
