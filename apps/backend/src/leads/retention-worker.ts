import type { Timers } from "../deliveries/delivery-worker.ts";
import { eraseMarked } from "./erase-leads.ts";
import { retainLeads, type RetainLeadsDependencies } from "./retain-leads.ts";

export interface RetentionWorker {
  start(): void;
  /** Begins nothing more and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const minuteMs = 60_000;
/** Minutes between two looks at what has been kept long enough. */
const retainEvery = 60;

/** Each minute what was to wait is erased, each hour what was kept long enough. Several processes may do it at once. */
export function createRetentionWorker(
  dependencies: RetainLeadsDependencies & {
    timers: Timers;
    /** What else is to be looked at each hour. Throws nothing. */
    keep?: () => Promise<void>;
  },
): RetentionWorker {
  const { timers, log } = dependencies;
  let running = false;
  let minutes = 0;
  let working = Promise.resolve();
  let cancel = () => {};

  async function work(): Promise<void> {
    try {
      await (minutes % retainEvery === 0 ? hourly() : eraseMarked(dependencies));
    } catch (error) {
      log.error("retention.failed", { cause: error instanceof Error ? error.name : "unknown" });
    }
    minutes += 1;
    if (running) cancel = timers.after(minuteMs, begin);
  }

  async function hourly(): Promise<void> {
    try {
      await retainLeads(dependencies);
    } finally {
      // It has nothing to do with erasing, and does not wait until that works again.
      await dependencies.keep?.();
    }
  }

  function begin(): void {
    working = work();
  }

  return {
    start() {
      running = true;
      begin();
    },
    async stop() {
      running = false;
      cancel();
      await working;
    },
  };
}
