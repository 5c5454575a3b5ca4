import { randomId } from "../database/random-id.ts";
import type { Timers } from "../deliveries/delivery-worker.ts";
import type { Log } from "../log.ts";
import type { Randomness } from "../randomness.ts";
import type { ClaimedNotification, NotificationsStore } from "./notifications.store.ts";

export interface NotificationWorkerOptions {
  notifications: Pick<NotificationsStore, "claim" | "nextDueAt" | "clock">;
  /** Only those of this marketplace are looked at (R13). */
  environment: string;
  process(claimed: ClaimedNotification, stop: AbortSignal): Promise<void>;
  /** What else is to be done now and then; begun at each look, and cheap when there is nothing. Throws nothing. */
  keep?(): Promise<void>;
  randomness: Randomness;
  timers: Timers;
  log: Log;
}

export interface NotificationWorker {
  start(): void;
  /** Looks for due notifications at once. */
  wake(): void;
  /** Looks again in so many milliseconds at the latest, however often it is asked meanwhile. */
  wakeIn(ms: number): void;
  /** Claims nothing more, ends what is under way early and resolves when it has ended. */
  stop(): Promise<void>;
}

/** Brokers that are looked after at a time. Each has one look at a time: its call budget allows no more. */
const concurrency = 4;
/** How long a claim holds, in milliseconds. */
export const leaseMs = 60_000;
/** Another process may have saved one: look again at least this often. */
const pollMs = 15_000;
const afterFailureMs = 1_000;

/** Looks at what is due. The table is the truth: a worker that dies loses nothing. */
export function createNotificationWorker(options: NotificationWorkerOptions): NotificationWorker {
  const { notifications, environment, timers, log } = options;
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const state = { running: false };
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let keeping: Promise<void> | undefined;
  let cancelTimer: () => void = () => undefined;
  let cancelAlarm: (() => void) | undefined;

  function wake(): void {
    if (!state.running) return;
    lookAgain = true;
    looking ??= look();
  }

  async function look(): Promise<void> {
    cancelTimer();
    let waitMs = 0;
    try {
      while (lookAgain && state.running) {
        lookAgain = false;
        await takeDue();
      }
      // Nobody waits for it: what has arrived goes first.
      keeping ??= options.keep?.().finally(() => (keeping = undefined));
      waitMs = await untilNextDue();
    } catch (error) {
      waitMs = afterFailureMs;
      log.error("notification.stalled", { cause: nameOf(error) });
    }
    looking = null;
    if (state.running) cancelTimer = timers.after(lookAgain ? 0 : waitMs, wake);
  }

  async function takeDue(): Promise<void> {
    while (state.running && underWay.size < concurrency) {
      const lease = newLease(options);
      const claimed = await notifications.claim({ environment, lease, busyBrokers: [...underWay.keys()] });
      if (!claimed) return;
      underWay.set(claimed.broker_id, processOne(claimed));
    }
  }

  async function processOne(claimed: ClaimedNotification): Promise<void> {
    try {
      await options.process(claimed, stopping.signal);
    } catch (error) {
      // Its lease ends, and somebody looks again.
      log.error("notification.interrupted", { cause: nameOf(error) });
    }
    underWay.delete(claimed.broker_id);
    wake();
  }

  async function untilNextDue(): Promise<number> {
    const dueAt = await notifications.nextDueAt({ environment, busyBrokers: [...underWay.keys()] });
    if (dueAt === null || underWay.size >= concurrency) return pollMs;
    return Math.min(pollMs, Math.max(0, Date.parse(dueAt) - notifications.clock.now()));
  }

  return {
    start() {
      state.running = true;
      wake();
    },
    wake,
    wakeIn(ms) {
      if (!state.running) return;
      cancelAlarm ??= timers.after(ms, () => {
        cancelAlarm = undefined;
        wake();
      });
    },
    async stop() {
      state.running = false;
      cancelTimer();
      cancelAlarm?.();
      stopping.abort();
      await looking;
      await Promise.all(underWay.values());
    },
  };
}

/** A claim of our own, until then. */
export function newLease({
  notifications,
  randomness,
}: Pick<NotificationWorkerOptions, "notifications" | "randomness">): {
  id: string;
  until: string;
} {
  const until = new Date(notifications.clock.now() + leaseMs).toISOString();
  return { id: randomId(randomness, "lease"), until };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
