import type { Problem, ProblemCode, ProblemField } from "@liftline/schema";

/** `network`: no answer, or one that is not our backend's. `timeout`: none in time. */
export type ApiErrorCode = ProblemCode | "network" | "timeout";

/** What a failed call of the backend throws. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly code: ApiErrorCode;
  /** HTTP status, or 0 where nothing answered. */
  readonly status: number;
  /** Which fields of the input are at fault, by path (`legs.0.date`). */
  readonly errors: readonly ProblemField[];
  /** Say it to support: it finds the log line. */
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ApiErrorCode, status = 0, problem?: Partial<Problem>, retryAfterSeconds?: number) {
    super(code);
    this.code = code;
    this.status = status;
    this.errors = problem?.errors ?? [];
    this.requestId = problem?.requestId;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
