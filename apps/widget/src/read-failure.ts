import { ApiError } from "@liftline/api-client";
import type { Failure } from "./journey.ts";

/** What went wrong, for a screen: never the error's own text, which is written for us. */
export function readFailure(error: unknown): Failure {
  const known: Partial<ApiError> = error instanceof ApiError ? error : {};
  const { code = "internal", status, requestId = null, retryAfterSeconds = null, errors = [] } = known;
  const offline = code === "network" && status === 0;
  const kind = offline ? "offline" : code.endsWith(".limited") ? "limited" : "refused";
  return { kind, code, requestId, retryAfterSeconds, errors };
}
