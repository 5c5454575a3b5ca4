const firstMs = 300;
const longestMs = 10_000;

/**
 * Milliseconds before the try that follows the `attempt`-th: doubling, with a maximum, spread so that many callers do not come back
 * as one (R12). Never earlier than the other side asked for.
 */
export function backOff(attempt: number, random: () => number, retryAfterMs = 0): number {
  const ceiling = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.ceil(retryAfterMs + ceiling * (0.5 + random() / 2));
}
