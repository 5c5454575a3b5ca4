/** Why a running call was ended from our side. */
export class Stopped extends Error {
  override name = "Stopped";
  readonly why: "timeout" | "aborted";

  constructor(why: "timeout" | "aborted") {
    super(why);
    this.why = why;
  }
}

/**
 * Runs with a time limit, if any, and the caller's signal. It ends in time even if `run` ignores the signal it is given. The limit is real
 * time: it is about a socket, not about the schedule of calls.
 */
export async function bounded<T>(
  run: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal }: { timeoutMs?: number; signal?: AbortSignal | undefined },
): Promise<T> {
  if (signal?.aborted) throw new Stopped("aborted");
  const abort = new AbortController();
  const stopped = Promise.withResolvers<never>();
  const stop = (why: Stopped["why"]) => {
    const reason = new Stopped(why);
    stopped.reject(reason);
    abort.abort(reason);
  };
  const onAbort = () => stop("aborted");
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => stop("timeout"), timeoutMs);
  signal?.addEventListener("abort", onAbort);
  try {
    return await Promise.race([stopped.promise, run(abort.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
