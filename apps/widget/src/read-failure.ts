import { ApiError } from "@liftline/api-client";
import type { Failure } from "./journey.ts";

/** What went wrong, for a screen: never the error's own text, which is written for us. */
export function readFailure(error: unknown): Failure {
  if (!(error instanceof ApiError)) {
    return { kind: "refused", code: "internal", requestId: null, retryAfterSeconds: null, errors: [] };
  }
  const { code, requestId = null, retryAfterSeconds = null, errors } = error;
  return { kind: kindOf(error), code, requestId, retryAfterSeconds, errors };
}

function kindOf({ code, status }: ApiError): Failure["kind"] {
  if (code === "network" && status === 0) return "offline";
  return code.endsWith(".limited") ? "limited" : "refused";
}
