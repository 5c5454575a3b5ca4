import type { Outcome, TryAgain } from "../../outcome.ts";

/** What a failed try means: a mail may come twice rather than not at all, and its `Message-ID` shows that it is the same one. */
export function outcomeOfMailError(error: unknown, { hasBegun }: { hasBegun: boolean }): Outcome {
  const { code, responseCode } = codesOf(error);
  if (code === "EAUTH") return later("blocked_creds", "smtp-credentials");
  const isAboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  if (responseCode === undefined) {
    if (hasBegun) return later("unknown", "smtp-no-answer");
    // Found by our own side before anything was sent, so it would be found again.
    return isAboutThisMail ? forAPerson("smtp-envelope") : later("deferred", "smtp-unreachable");
  }
  const reason = `smtp-${responseCode}`;
  // What is said before the mail is named speaks of the server, and 503 of the conversation: both may pass.
  return responseCode >= 500 && responseCode !== 503 && isAboutThisMail
    ? forAPerson(reason)
    : later("deferred", reason);
}

function later(state: TryAgain["state"], reason: string): Outcome {
  return state === "blocked_creds"
    ? { state, reason, wait: "probe", counts: false, lane: "credentials" }
    : { state, reason, wait: "backoff", counts: true, lane: "failed" };
}

function forAPerson(reason: string): Outcome {
  return { state: "manual", reason };
}

/** Only codes: the texts of servers quote addresses. */
function codesOf(error: unknown): { code: string; responseCode: number | undefined } {
  const { code, responseCode }: { code?: unknown; responseCode?: unknown } = Object(error);
  return {
    code: typeof code === "string" ? code : "",
    responseCode: typeof responseCode === "number" ? responseCode : undefined,
  };
}
