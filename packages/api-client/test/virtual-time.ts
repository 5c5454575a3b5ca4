/** Time that passes only when everybody waits. */
export interface VirtualTime {
  clock: { now(): number };
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Moves the clock without waking anybody. */
  advance(ms: number): void;
  /** Lets the waiting ones run in order until `promise` is settled. */
  run<T>(promise: Promise<T>): Promise<T>;
}

/** Real time: a busy machine may take its while over a call. */
const stuckMs = 120_000;

export function createVirtualTime(startsAt = Date.UTC(2026, 11, 1, 10)): VirtualTime {
  let now = startsAt;
  const sleepers: { wakeAt: number; wake: () => void }[] = [];

  return {
    clock: { now: () => now },
    advance: (ms) => {
      now += ms;
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = { wakeAt: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers.splice(sleepers.indexOf(sleeper), 1);
          resolve();
        });
      }),
    async run(promise) {
      const state = { settled: false };
      const finish = () => {
        state.settled = true;
      };
      promise.then(finish, finish);
      const giveUpAt = performance.now() + stuckMs;
      for (;;) {
        // Several turns of the loop: a body that is read takes more than one.
        for (let turn = 0; turn < 6 && !state.settled; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        if (state.settled) return promise;
        sleepers.sort((one, other) => one.wakeAt - other.wakeAt);
        const next = sleepers.shift();
        if (!next) {
          // Without this a promise that nothing settles would keep its process busy for ever.
          if (performance.now() > giveUpAt) throw new Error("nothing left to wait for, and still not settled");
          continue;
        }
        now = Math.max(now, next.wakeAt);
        next.wake();
      }
    },
  };
}
