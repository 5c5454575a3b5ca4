import { backOff } from "./back-off.ts";
import { AvinodeError } from "./errors.ts";
import type { OperationRule } from "./operations.ts";

/** Milliseconds a call may still spend waiting; whatever waits takes from it. */
export interface Patience {
  leftMs: number;
}

export interface RetryOptions {
  rule: OperationRule;
  canRenewToken: boolean;
  /** Milliseconds until the operation's lane is free again: after a limit that is the pause. */
  laneWaitMs: () => number;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  random: () => number;
  signal?: AbortSignal | undefined;
}

/** Runs once, and again as often as the operation allows and the wait fits its patience (R12). */
export async function retrying<T>(run: (patience: Patience) => Promise<T>, options: RetryOptions): Promise<T> {
  const { rule, sleep, signal } = options;
  const patience = { leftMs: rule.waitMs };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(patience);
    } catch (error) {
      if (!(error instanceof AvinodeError) || attempt >= rule.tries) throw error;
      const pauseMs = pauseAfter(error, attempt, options);
      if (pauseMs === undefined || pauseMs > patience.leftMs) throw error;
      // After a limit the queue itself makes the next try wait.
      if (error.reason === "limited" || pauseMs === 0) continue;
      await sleep(pauseMs, signal);
      patience.leftMs -= pauseMs;
    }
  }
}

/** Milliseconds, or `undefined` where another try is not allowed. */
function pauseAfter(error: AvinodeError, attempt: number, options: RetryOptions): number | undefined {
  // The token endpoint has had its own tries.
  if (error.operation === "token") return undefined;
  // Worth one more try where the refused token can be replaced.
  if (error.reason === "credentials") return options.canRenewToken && attempt === 1 ? 0 : undefined;
  if (!options.rule.canRepeat(error)) return undefined;
  // Ours: the queue has said how long it would take, and that it is too long.
  if (error.reason === "limited") return error.sent ? options.laneWaitMs() : undefined;
  return backOff(attempt, options.random, error.retryAfterMs);
}
