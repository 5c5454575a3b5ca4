import type { Clock } from "../src/clock.ts";
import type { Timers } from "../src/deliveries/delivery-worker.ts";
import type { Sleep } from "../src/sleep.ts";

/** Time that passes only when everybody waits, and then at once to the moment that somebody waits for. */
export interface VirtualTime {
  clock: Clock;
  sleep: Sleep;
  timers: Timers;
  /** Lets time pass until `isOver` says so; throws where nobody waits for anything any more. */
  pass(isOver: () => boolean): Promise<void>;
}

interface Waiting {
  at: number;
  run: () => void;
}

export function createVirtualTime(start: number): VirtualTime {
  let now = start;
  const waiting = new Set<Waiting>();
  const after = (ms: number, run: () => void) => {
    const entry = { at: now + Math.max(0, ms), run };
    waiting.add(entry);
    return () => void waiting.delete(entry);
  };
  return {
    clock: { now: () => now },
    timers: { after },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const cancel = after(ms, resolve);
        signal?.addEventListener("abort", () => (cancel(), resolve()), { once: true });
      }),
    async pass(isOver) {
      for (;;) {
        await everybodyWaits();
        if (isOver()) return;
        let next: Waiting | undefined;
        for (const entry of waiting) if (!next || entry.at < next.at) next = entry;
        if (!next) throw new Error("nobody waits for anything");
        waiting.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
    },
  };
}

/** What runs without a timer takes a few turns of the loop. */
async function everybodyWaits(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
