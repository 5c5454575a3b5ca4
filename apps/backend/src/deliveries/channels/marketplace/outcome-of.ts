import { AvinodeError, type AvinodeFailure } from "@liftline/api-client/avinode";
import type { ForAPerson, TryAgain } from "../../outcome.ts";
import { ClockRefused } from "./clock-refused.ts";
import { faultWithSearch } from "./fault-with-search.ts";

type Failed = TryAgain | ForAPerson;

/** Says what a failed `POST /leads` means. Only what surely did not arrive is deferred; whatever may have arrived is `unknown`. */
export function outcomeOf(error: unknown): Failed {
  if (error instanceof ClockRefused) return later("clock-refused", { wait: "backoff", counts: true });
  // A fault of our own after the first byte may have left: the same again does no harm (R20).
  if (!(error instanceof AvinodeError)) return { state: "unknown", reason: "internal", wait: "backoff", counts: true };
  const outcome = outcomes[error.reason](error);
  return error.effect === "unknown" && outcome.state === "deferred" ? mayHaveArrived(error.reason) : outcome;
}

const outcomes: Record<AvinodeFailure, (error: AvinodeError) => Failed> = {
  limited: ({ retryAfterMs, sent }) => ({
    ...later("limited", { wait: retryAfterMs ?? "backoff", counts: false }),
    // Where it is our own budget that is spent, the lane knows by itself.
    ...(sent && { lane: "limited" }),
  }),
  unavailable: ({ retryAfterMs }) => ({
    ...later("unavailable", { wait: retryAfterMs ?? "backoff", counts: true }),
    lane: "failed",
  }),
  unsent: () => ({ ...later("unsent", { wait: "backoff", counts: true }), lane: "failed" }),
  aborted: ({ effect }) => ({
    ...later("aborted", { wait: "shortly", counts: false }),
    state: effect === "unknown" ? "unknown" : "deferred",
  }),
  ambiguous: () => mayHaveArrived("ambiguous"),
  unreadable: () => mayHaveArrived("unreadable"),
  conflict: () => ({ state: "unknown", reason: "conflict", wait: "shortly", counts: true }),
  credentials: () => blocked("credentials"),
  permission: () => blocked("permission"),
  "not-found": () => forgotten("search_stale", "not-found"),
  invalid: (error) => {
    const fault = faultWithSearch(error);
    return fault
      ? forgotten(fault, error.codes[0]?.toLowerCase() ?? "invalid")
      : { state: "manual", reason: "invalid" };
  },
  refused: () => ({ state: "manual", reason: "refused" }),
};

function later(reason: string, how: { wait: TryAgain["wait"]; counts: boolean }): TryAgain {
  return { state: "deferred", reason, ...how };
}

function mayHaveArrived(reason: string): TryAgain {
  return { state: "unknown", reason, wait: "backoff", counts: true, lane: "failed" };
}

function blocked(reason: string): TryAgain {
  return { state: "blocked_creds", reason, wait: "probe", counts: false, lane: "credentials" };
}

/** A definite refusal: this body will never be taken, and its search is all that is wrong with it. */
function forgotten(state: "search_stale" | "conflict", reason: string): TryAgain {
  return { state, reason, wait: "now", counts: false };
}
