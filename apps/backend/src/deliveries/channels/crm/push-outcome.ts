import type { Outcome, TryAgain } from "../../outcome.ts";
import { TokenRefused } from "./access-tokens.ts";
import { PushError } from "./push-error.ts";
import type { PushAnswer } from "./push-fetch.ts";

/** What an answer means: only 2xx is delivered; what may have arrived is sent again with the same id. */
export function outcomeOfAnswer({ status, headers }: PushAnswer, now: number): Outcome {
  if (status >= 200 && status < 300) return { state: "delivered", reason: null };
  const reason = `http-${status}`;
  if (status === 429) return limited(reason, waitOf(headers.get("Retry-After"), now));
  if (status === 401 || status === 403) return credentials(reason);
  if (status === 503) return failed("deferred", reason, waitOf(headers.get("Retry-After"), now));
  if (status === 408 || status === 409 || status === 425 || status >= 500) return failed("unknown", reason);
  // Redirects are not followed (they could lead anywhere), and what is refused for its content is refused again.
  return { state: "manual", reason };
}

/** What it means that there is no answer. */
export function outcomeOfFailure(error: unknown, now: number): Outcome {
  if (error instanceof TokenRefused) {
    const wait = waitOf(error.retryAfter, now);
    if (error.status === 429) return limited("token-limited", wait);
    return error.status >= 400 && error.status < 500
      ? credentials("token-refused")
      : failed("deferred", "token-unavailable", wait);
  }
  if (!(error instanceof PushError) || error.reason === "ambiguous") return failed("unknown", "ambiguous");
  return failed("deferred", error.reason === "address" ? "address-refused" : "unsent");
}

function failed(state: "deferred" | "unknown", reason: string, wait: TryAgain["wait"] = "backoff"): Outcome {
  return { state, reason, wait, counts: true, lane: "failed" };
}

function limited(reason: string, wait: TryAgain["wait"]): Outcome {
  return { state: "deferred", reason, wait, counts: false, lane: "limited" };
}

function credentials(reason: string): Outcome {
  return { state: "blocked_creds", reason, wait: "probe", counts: false, lane: "credentials" };
}

/** `Retry-After` in seconds or as a date; by the schedule where it says neither. The schedule clamps it. */
function waitOf(retryAfter: string | null, now: number): TryAgain["wait"] {
  if (retryAfter === null) return "backoff";
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? "backoff" : Math.max(0, until - now);
}
