import type { ProblemCode, ProblemField } from "@liftline/schema";

/** `network`: no answer, or one that is not our backend's. `timeout`: none in time. */
export type ApiErrorCode = ProblemCode | "network" | "timeout";

export interface ApiErrorDetails {
  status?: number | undefined;
  errors?: readonly ProblemField[] | undefined;
  requestId?: string | undefined;
  retryAfterSeconds?: number | undefined;
}

/** What a failed call of the backend throws. */
export class ApiError extends Error {
  override name = "ApiError";
  declare readonly code: ApiErrorCode;
  /** HTTP status; 0 where nothing answered. */
  declare readonly status: number;
  /** Which fields of the input are at fault, by path (`legs.0.date`). */
  declare readonly errors: readonly ProblemField[];
  /** Say it to support: it finds the log line. */
  declare readonly requestId: string | undefined;
  declare readonly retryAfterSeconds: number | undefined;

  constructor(code: ApiErrorCode, details: ApiErrorDetails = {}) {
    super(code);
    Object.assign(this, { status: 0, errors: [], ...details, code });
  }
}
