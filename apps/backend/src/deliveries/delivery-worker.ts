import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { ClaimedDelivery, DeliveriesStore } from "./deliveries.store.ts";

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

export interface DeliveryWorkerOptions {
  deliveries: Pick<DeliveriesStore, "nextDueAt">;
  claim(): Promise<ClaimedDelivery | undefined>;
  deliver(delivery: ClaimedDelivery): Promise<void>;
  clock: Clock;
  timers: Timers;
  log: Log;
}

export interface DeliveryWorker {
  start(): void;
  /** Looks for due deliveries at once instead of when the next one was due. */
  wake(): void;
  /** Claims nothing more and resolves when all tries under way have ended, or when they were given time enough. */
  stop(): Promise<void>;
}

/** Tries at a time: one broker's slow connection must not hold up the others. */
const concurrency = 4;
/** Somebody else may have stored a lead: look again at least this often. */
const pollMs = 15_000;
const afterFailureMs = 1_000;
/** How long `stop` waits; what is not done by then is resumed when its lease ends. */
const graceMs = 10_000;

/** A worker from inside. */
interface Work extends DeliveryWorkerOptions {
  running: boolean;
  underWay: Set<Promise<void>>;
  /** The look at the table that is going on. */
  looking: Promise<void> | null;
  /** Somebody called meanwhile. */
  lookAgain: boolean;
  cancelTimer(): void;
}

/** Keeps delivering what is due. The table is the truth: a worker that dies loses nothing. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  const work: Work = {
    ...options,
    running: false,
    underWay: new Set(),
    looking: null,
    lookAgain: false,
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
      await work.looking;
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
    while (work.lookAgain && work.running) {
      work.lookAgain = false;
      await takeDue(work);
    }
    const untilDueMs = await untilNextDue(work);
    if (!work.lookAgain) waitMs = untilDueMs;
  } catch (error) {
    waitMs = afterFailureMs;
    work.log.error("delivery.stalled", { cause: nameOf(error) });
  }
  work.looking = null;
  if (work.running) work.cancelTimer = work.timers.after(waitMs, () => wake(work));
}

async function takeDue(work: Work): Promise<void> {
  while (work.running && work.underWay.size < concurrency) {
    const delivery = await work.claim();
    if (!delivery) return;
    const trying = work
      .deliver(delivery)
      .catch((error: unknown) => work.log.error("delivery.interrupted", { cause: nameOf(error) }))
      .finally(() => {
        work.underWay.delete(trying);
        wake(work);
      });
    work.underWay.add(trying);
  }
}

async function untilNextDue({ underWay, deliveries, clock }: Work): Promise<number> {
  // All hands are full: the first to end looks again.
  if (underWay.size >= concurrency) return pollMs;
  const dueAt = await deliveries.nextDueAt();
  return dueAt === null ? pollMs : Math.min(pollMs, Math.max(0, Date.parse(dueAt) - clock.now()));
}

/** Resolves when nothing is under way any more, at the latest after the time of grace. */
async function endOfAll({ underWay, timers }: Work): Promise<void> {
  const grace = Promise.withResolvers<void>();
  const cancel = timers.after(graceMs, grace.resolve);
  await Promise.race([Promise.all(underWay), grace.promise]);
  cancel();
}

function nothing(): void {}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
