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

/** Keeps delivering what is due. The table is the truth: a worker that dies loses nothing. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  const { clock, timers, log } = options;
  const underWay = new Set<Promise<void>>();
  let running = false;
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let cancelTimer = () => {};

  function wake(): void {
    if (!running) return;
    lookAgain = true;
    looking ??= look();
  }

  async function look(): Promise<void> {
    cancelTimer();
    let waitMs = 0;
    try {
      while (lookAgain && running) {
        lookAgain = false;
        await takeDue();
      }
      const untilDueMs = await untilNextDue();
      if (!lookAgain) waitMs = untilDueMs;
    } catch (error) {
      waitMs = afterFailureMs;
      log.error("delivery.stalled", { cause: error instanceof Error ? error.name : "unknown" });
    }
    looking = null;
    if (running) cancelTimer = timers.after(waitMs, wake);
  }

  async function takeDue(): Promise<void> {
    while (running && underWay.size < concurrency) {
      const delivery = await options.claim();
      if (!delivery) return;
      const work = options
        .deliver(delivery)
        .catch((error: unknown) => {
          log.error("delivery.interrupted", { cause: error instanceof Error ? error.name : "unknown" });
        })
        .finally(() => {
          underWay.delete(work);
          wake();
        });
      underWay.add(work);
    }
  }

  async function untilNextDue(): Promise<number> {
    // All hands are full: the first to end looks again.
    if (underWay.size >= concurrency) return pollMs;
    const dueAt = await options.deliveries.nextDueAt();
    return dueAt === null ? pollMs : Math.min(pollMs, Math.max(0, Date.parse(dueAt) - clock.now()));
  }

  return {
    start() {
      running = true;
      wake();
    },
    wake,
    async stop() {
      running = false;
      cancelTimer();
      await looking;
      let cancelGrace = () => {};
      const grace = new Promise<void>((resolve) => {
        cancelGrace = timers.after(graceMs, resolve);
      });
      await Promise.race([Promise.all(underWay), grace]);
      cancelGrace();
    },
  };
}
