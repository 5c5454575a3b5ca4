/** Below this the marketplace's own tolerance (5 minutes) is wide enough. */
const correctFromMs = 120_000;
/** Beyond this, `Date` and our clock do not mean the same time (a simulation, a broken proxy). */
const believeUpToMs = 12 * 3_600_000;

export interface ClockSkew {
  /** `dateHeader` is the answer's `Date`; the call left and its answer came at these milliseconds. */
  learn(dateHeader: string | null, leftAt: number, cameAt: number): void;
  /** Milliseconds the marketplace is ahead of us. */
  ms: () => number;
  /** The time stamp of a call that leaves now (R14). */
  stamp(): string;
}

/** Keeps time stamps valid on a machine whose clock is wrong: one more than 5 minutes off is refused (A2). */
export function createClockSkew(clock: { now(): number }): ClockSkew {
  let skewMs = 0;
  return {
    learn(dateHeader, leftAt, cameAt) {
      const theirs = Date.parse(dateHeader ?? "");
      // `Date` has whole seconds and was written somewhere between leaving and coming back.
      if (!Number.isNaN(theirs)) skewMs = Math.round(theirs + 500 - (leftAt + cameAt) / 2);
    },
    ms: () => skewMs,
    stamp() {
      const size = Math.abs(skewMs);
      const correction = size >= correctFromMs && size <= believeUpToMs ? skewMs : 0;
      return new Date(clock.now() + correction).toISOString();
    },
  };
}
