import type { AvinodeOperation } from "@liftline/schema/avinode";

/**
 * Why a call failed. What a delivery does about it (`reliability.md` §4):
 *
 * - `limited` the call budget is spent, theirs (429, 403 with limit headers) or ours (`sent` is false): later, `retryAfterMs` says when
 * - `unavailable` 503, and every 5xx, timeout and reset of a call that changes nothing there: later
 * - `unsent` no connection (refused, DNS, TLS): later
 * - `ambiguous` a call with an effect that left us and has no trustworthy answer (timeout, reset, 500, 502, 504): repeat the same lead,
 *   nothing else
 * - `unreadable` accepted, but the answer cannot be read. For a lead: repeat the same
 * - `credentials` 401, or no access token to be had: pause the connection, tell its owner
 * - `permission` 403: the same. `sent` is false where our own list of operations has not got it (R1)
 * - `not-found` 404, 410: what was named (a search, say) is gone
 * - `conflict` 409: repeat shortly
 * - `invalid` 400, 422, 3xx, 501 and other 4xx: as it stands this call will never work
 * - `refused` `meta.errors` under a 2xx: read `faults`, never repeat blindly
 * - `aborted` the caller's signal; `effect` says whether it came too late
 */
export type AvinodeFailure =
  | "limited"
  | "unavailable"
  | "unsent"
  | "ambiguous"
  | "unreadable"
  | "credentials"
  | "permission"
  | "not-found"
  | "conflict"
  | "invalid"
  | "refused"
  | "aborted";

/** One entry of `meta.errors`, as far as it is safe to log: titles and messages can quote what was sent. */
export interface AvinodeFault {
  /** Such as `LIFT_INVALID`. */
  code?: string;
  /** Which property of our body, such as `segments[0].startAirport`. */
  path?: string;
}

export interface AvinodeErrorDetails {
  operation: AvinodeOperation | "token";
  reason: AvinodeFailure;
  sent: boolean;
  effect?: "none" | "unknown";
  status?: number | undefined;
  faults?: AvinodeFault[];
  retryAfterMs?: number | undefined;
  network?: string | undefined;
}

/**
 * The one error of the marketplace client. It is built from closed sets and numbers only and never has a `cause`: no URL, header,
 * token or body can ride along into a log (R8).
 */
export class AvinodeError extends Error {
  override name = "AvinodeError";
  readonly operation: AvinodeOperation | "token";
  readonly reason: AvinodeFailure;
  /** Whether any byte may have reached the marketplace. */
  readonly sent: boolean;
  /**
   * `unknown`: the call may have had its effect there. A lead is then repeated with the same `clientIdentifier` (R20); nothing else
   * may be: read what it would have changed.
   */
  readonly effect: "none" | "unknown";
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  readonly faults: readonly AvinodeFault[];
  /** Milliseconds after which a new try makes sense. */
  readonly retryAfterMs: number | undefined;
  /** The system's own word for a broken connection, such as `ECONNREFUSED`. */
  readonly network: string | undefined;

  constructor(details: AvinodeErrorDetails) {
    super(describe(details));
    this.operation = details.operation;
    this.reason = details.reason;
    this.sent = details.sent;
    this.effect = details.effect ?? "none";
    this.status = details.status;
    this.faults = details.faults ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.network = details.network;
  }

  /** The marketplace's codes, such as `ERR_INPUT_MISSING`; empty where it gave none. */
  get codes(): string[] {
    return this.faults.flatMap((fault) => fault.code ?? []);
  }
}

function describe({ operation, reason, status, faults = [], network }: AvinodeErrorDetails): string {
  const marks = [status && `HTTP ${status}`, network, ...faults.map((fault) => fault.code)].filter(Boolean);
  return `${operation}: ${reason}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`;
}
