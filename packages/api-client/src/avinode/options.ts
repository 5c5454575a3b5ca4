import type { AvinodeAuth } from "./auth.ts";
import type { AvinodeOperation } from "@liftline/schema/avinode";
import type { Rate, Throttle } from "./throttle.ts";

/** Where events go. Names are `noun.happened`; values are plain and carry nobody's data (R8). */
export interface AvinodeLog {
  info(event: string, fields?: Record<string, string | number | boolean | null | undefined>): void;
  warn(event: string, fields?: Record<string, string | number | boolean | null | undefined>): void;
}

export interface AvinodeClientOptions {
  /** Such as `https://sandbox.avinode.com/api`. Credentials are attached to calls below it and to nothing else. */
  baseUrl: string;
  /** Name *and* version of the application, such as `Liftline v1.0` (R5). */
  product: string;
  /** The application's token: the host's, never a broker's (R4). */
  apiToken: string;
  /** The connection's own credentials. */
  auth: AvinodeAuth;
  /** Marketplace user name of the acting person; some connections demand it. */
  actAsAccount?: string | null | undefined;
  /** What this connection may be used for; everything else fails here and is not sent (R1). Without it every operation. */
  operations?: readonly AvinodeOperation[] | undefined;
  /** Our own throttle for each operation of this connection. Default: 1 a second, bursts of 5. */
  rate?: Rate | undefined;
  /** The throttle of an operation, where several processes share a budget; without it this process has the whole of it. */
  createThrottle?: ((operation: AvinodeOperation) => Throttle) | undefined;
  fetch?: typeof globalThis.fetch | undefined;
  /**
   * Whether a call may wait for a token that another one is getting. Not where what a request began ends with it (Workers): who
   * waits would wait for ever. True unless given.
   */
  coalesces?: boolean | undefined;
  clock?: { /** Milliseconds since the epoch. */ now(): number } | undefined;
  /** Waits in the throttle and between tries. The timeout of a running call is real time and does not pass through here. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** 0 to 1, for jitter. */
  random?: (() => number) | undefined;
  log?: AvinodeLog | undefined;
  /** Milliseconds a single try may take, answer included. Defaults in `operations.ts`. */
  timeoutMs?: Partial<Record<AvinodeOperation, number>> | undefined;
  /** Milliseconds a call may spend queued or backing off, all tries together. Defaults in `operations.ts`. */
  waitMs?: Partial<Record<AvinodeOperation, number>> | undefined;
}

export interface AvinodeCallOptions {
  signal?: AbortSignal | undefined;
}
