/** Our own limit on calls. */
export interface Rate {
  /** Steady calls a second. */
  perSecond: number;
  /** Calls that may go at once after a pause. */
  burst: number;
}

export interface Budget {
  /** Whole calls that may go right now. */
  available: number;
  /** Milliseconds until a call made now would go: the queue before it and a freeze included. */
  waitMs: number;
}

export interface Throttle {
  /** Resolves when the call may go. `refused` with the wait that it would have taken where that is longer than `maxWaitMs`. */
  take(options: { maxWaitMs: number; signal?: AbortSignal | undefined }): Promise<Turn>;
  /** No call goes for so many milliseconds. A freeze never shortens one that runs. Never rejects. */
  freeze(ms: number): void | Promise<void>;
  /** As far as it is known without asking anybody. */
  budget(): Budget;
}

export type Turn = { kind: "granted" | "aborted" } | { kind: "refused"; retryAfterMs: number };

interface Waiter {
  giveUpAt: number;
  settle(turn: Turn): void;
}

/** Waiters at most: memory is bounded whatever the rate is set to. */
const queueLimit = 100;

/** A token bucket with a queue in order of arrival, for one operation of one connection. */
export function createThrottle({
  rate,
  clock,
  sleep,
}: {
  rate: Rate;
  clock: { now(): number };
  sleep: (ms: number) => Promise<void>;
}): Throttle {
  const queue: Waiter[] = [];
  let tokens = rate.burst;
  let filledAt = clock.now();
  let frozenUntil = Number.NEGATIVE_INFINITY;
  let pumping = false;

  function fill(): void {
    const now = clock.now();
    // A clock that jumped back must not stop the bucket from filling.
    tokens = Math.min(rate.burst, tokens + (Math.max(0, now - filledAt) / 1000) * rate.perSecond);
    filledAt = now;
  }

  /** Milliseconds until a call goes that has `ahead` others before it. */
  function waitBehind(ahead: number): number {
    fill();
    const frozenMs = Math.max(0, frozenUntil - clock.now());
    const missing = ahead + 1 - Math.min(rate.burst, tokens + (frozenMs / 1000) * rate.perSecond);
    return Math.ceil(frozenMs + Math.max(0, (missing / rate.perSecond) * 1000 - 1e-6));
  }

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    while (queue.length > 0) {
      const waitMs = waitBehind(0);
      if (waitMs > 0) {
        await sleep(waitMs);
        continue;
      }
      tokens -= 1;
      queue.shift()?.settle({ kind: "granted" });
    }
    pumping = false;
  }

  function take({ maxWaitMs, signal }: { maxWaitMs: number; signal?: AbortSignal | undefined }): Promise<Turn> {
    if (signal?.aborted) return Promise.resolve({ kind: "aborted" });
    const waitMs = waitBehind(queue.length);
    if (waitMs > maxWaitMs || queue.length >= queueLimit) {
      return Promise.resolve({ kind: "refused", retryAfterMs: waitMs });
    }
    return new Promise((resolve) => {
      const leave = () => {
        const index = queue.indexOf(waiter);
        if (index >= 0) queue.splice(index, 1);
        waiter.settle({ kind: "aborted" });
      };
      const waiter: Waiter = {
        giveUpAt: clock.now() + maxWaitMs,
        settle: (turn) => {
          signal?.removeEventListener("abort", leave);
          resolve(turn);
        },
      };
      signal?.addEventListener("abort", leave);
      queue.push(waiter);
      void pump();
    });
  }

  function freeze(ms: number): void {
    frozenUntil = Math.max(frozenUntil, clock.now() + ms);
    // Who would now wait too long is told at once instead of at its deadline.
    const waiting = queue.splice(0);
    for (const waiter of waiting) {
      const waitMs = waitBehind(queue.length);
      if (clock.now() + waitMs > waiter.giveUpAt) waiter.settle({ kind: "refused", retryAfterMs: waitMs });
      else queue.push(waiter);
    }
  }

  function budget(): Budget {
    const waitMs = waitBehind(queue.length);
    return { available: waitMs > 0 ? 0 : Math.max(0, Math.floor(tokens + 1e-9) - queue.length), waitMs };
  }

  return { take, freeze, budget };
}
