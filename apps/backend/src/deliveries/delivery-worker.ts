import type { Log } from "../log.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import { deliverLead, type DeliverLeadDependencies } from "./deliver-lead.ts";
import { createDeliveryQueue, type DeliveryQueue, type DeliveryQueueDependencies } from "./delivery-queue.ts";
import { laneKey } from "./lane.ts";
import { sweepDeliveries, type SweepDependencies } from "./sweep-deliveries.ts";

/** `setTimeout` and `clearTimeout`, as a collaborator: tests bring their own. */
export interface Timers {
  /** Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    // A waiting worker is no reason for a process to live on.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export type DeliveryWorkerOptions = DeliverLeadDependencies &
  DeliveryQueueDependencies &
  SweepDependencies & { timers: Timers; log: Log };

export interface DeliveryWorker {
  start(): void;
  /** Looks for due deliveries at once instead of when the next one was due. */
  wake(): void;
  /** Claims nothing more and resolves when all tries under way have ended, or were ended: after 9.5 s at the latest. */
  stop(): Promise<void>;
}

/** Tries at a time, of all lanes together. */
const concurrency = 32;
/** Somebody else may have stored a lead: look again at least this often. */
const pollMs = 15_000;
/** What only the time decides is looked after at least this often. */
const sweepMs = 30_000;
const afterFailureMs = 1_000;
/** How long `stop` lets tries go on; then it ends them, and lets them write down how they ended. */
const graceMs = 8_000;
const lastWordsMs = 1_500;

/** A worker from inside. */
interface Work extends DeliveryWorkerOptions {
  queue: DeliveryQueue;
  running: boolean;
  /** Each with the lane it belongs to. */
  underWay: Map<Promise<void>, string>;
  /** The look at the table that is going on. */
  looking: Promise<void> | null;
  /** Somebody called meanwhile. */
  lookAgain: boolean;
  sweptAt: number;
  stopping: AbortController;
  cancelTimer(): void;
}

/** Keeps delivering what is due. The table is the truth: a worker that dies loses nothing. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  const work: Work = {
    ...options,
    queue: createDeliveryQueue(options),
    running: false,
    underWay: new Map(),
    looking: null,
    lookAgain: false,
    sweptAt: Number.NEGATIVE_INFINITY,
    stopping: new AbortController(),
    cancelTimer: nothing,
  };
  return {
    start() {
      work.running = true;
      wake(work);
    },
    wake: () => wake(work),
    async stop() {
      work.running = false;
      work.cancelTimer();
      await endOfAll(work);
    },
  };
}

function wake(work: Work): void {
  if (!work.running) return;
  work.lookAgain = true;
  work.looking ??= look(work);
}

async function look(work: Work): Promise<void> {
  work.cancelTimer();
  let waitMs = 0;
  try {
    await sweep(work);
    while (work.lookAgain && work.running) {
      work.lookAgain = false;
      waitMs = await takeDue(work);
    }
  } catch (error) {
    waitMs = afterFailureMs;
    work.log.error("delivery.stalled", { cause: nameOf(error) });
  }
  work.looking = null;
  if (work.running) work.cancelTimer = work.timers.after(work.lookAgain ? 0 : waitMs, () => wake(work));
}

async function sweep(work: Work): Promise<void> {
  const now = work.deliveries.clock.now();
  // A clock that jumped back must not keep the sweep away.
  if (Math.abs(now - work.sweptAt) < sweepMs) return;
  work.sweptAt = now;
  await sweepDeliveries(work);
}

/** Rounds over the lanes, one delivery of each, until hands or work run out. Answers milliseconds until the next look. */
async function takeDue(work: Work): Promise<number> {
  for (;;) {
    const { ready, waitMs } = await work.queue.look();
    let taken = 0;
    for (const lane of ready) {
      // All hands are full: the first to end looks again.
      if (!work.running || work.underWay.size >= concurrency) return pollMs;
      if (handsOn(work, lane.key) >= lane.concurrency) continue;
      const delivery = await work.queue.claim(lane);
      if (!delivery) continue;
      take(work, delivery);
      taken += 1;
    }
    if (taken === 0) return Math.min(pollMs, waitMs);
  }
}

function take(work: Work, delivery: ClaimedDelivery): void {
  const { broker_id: brokerId, environment, channel } = delivery;
  const trying = deliverLead(work, delivery, work.stopping.signal)
    .catch((error: unknown) => work.log.error("delivery.interrupted", { cause: nameOf(error) }))
    .finally(() => {
      work.underWay.delete(trying);
      wake(work);
    });
  work.underWay.set(trying, laneKey({ brokerId, environment, channel }));
}

function handsOn({ underWay }: Work, key: string): number {
  return [...underWay.values()].filter((lane) => lane === key).length;
}

/** Resolves when nothing is under way any more; what takes too long is ended and written down as such. */
async function endOfAll(work: Work): Promise<void> {
  const all = async () => {
    await work.looking;
    await Promise.all(work.underWay.keys());
  };
  if (await within(work, graceMs, all())) return;
  work.stopping.abort();
  await within(work, lastWordsMs, all());
}

async function within({ timers }: Work, ms: number, ending: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const cancel = timers.after(ms, () => late.resolve(false));
  const inTime = await Promise.race([ending.then(() => true), late.promise]);
  cancel();
  return inTime;
}

function nothing(): void {}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
