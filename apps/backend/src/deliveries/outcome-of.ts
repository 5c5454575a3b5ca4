import { AvinodeError } from "@liftline/api-client/avinode";
import type { AvinodeFailure } from "@liftline/api-client/avinode";
import type { TryAgain } from "./delivery-schedule.ts";

/** What a try that did not deliver means (`reliability.md` §4). */
export type Outcome =
  | {
      state: "deferred" | "unknown" | "blocked_creds";
      /** A word for the trail and the log; never the other end's own text. */
      reason: string;
      wait: TryAgain["wait"];
      /** Whether it moves the schedule on; what is nobody's failure does not. */
      counts: boolean;
    }
  | { state: "manual"; reason: string };

/** Says what a failed try means. Only what surely did not arrive is deferred; whatever may have arrived is `unknown`. */
export function outcomeOf(error: unknown): Outcome {
  // A fault of our own after the first byte may have left: the same again does no harm (R20).
  if (!(error instanceof AvinodeError)) return mayHaveArrived("internal");
  const outcome = outcomes[error.reason](error);
  return error.effect === "unknown" && outcome.state === "deferred" ? mayHaveArrived(error.reason) : outcome;
}

const outcomes: Record<AvinodeFailure, (error: AvinodeError) => Outcome> = {
  limited: ({ retryAfterMs }) => later("limited", { wait: retryAfterMs ?? "backoff", counts: false }),
  unavailable: ({ retryAfterMs }) => later("unavailable", { wait: retryAfterMs ?? "backoff", counts: true }),
  unsent: () => later("unsent", { wait: "backoff", counts: true }),
  aborted: () => later("aborted", { wait: "backoff", counts: true }),
  ambiguous: () => mayHaveArrived("ambiguous"),
  unreadable: () => mayHaveArrived("unreadable"),
  conflict: () => ({ state: "unknown", reason: "conflict", wait: "shortly", counts: true }),
  credentials: () => blocked("credentials"),
  permission: () => blocked("permission"),
  "not-found": () => ({ state: "manual", reason: "not-found" }),
  invalid: () => ({ state: "manual", reason: "invalid" }),
  refused: () => ({ state: "manual", reason: "refused" }),
};

function later(reason: string, how: { wait: TryAgain["wait"]; counts: boolean }): Outcome {
  return { state: "deferred", reason, ...how };
}

function mayHaveArrived(reason: string): Outcome {
  return { state: "unknown", reason, wait: "backoff", counts: true };
}

function blocked(reason: string): Outcome {
  return { state: "blocked_creds", reason, wait: "probe", counts: false };
}
