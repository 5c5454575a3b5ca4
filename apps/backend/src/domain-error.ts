import type { ProblemCode, ProblemField } from "@liftline/schema";

/** A failure that the caller may know of. It carries no HTTP status: `http/problem-response.ts` maps codes to statuses. */
export class DomainError extends Error {
  override name = "DomainError";
  readonly code: ProblemCode;
  readonly fields: ProblemField[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    details: { fields?: ProblemField[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: details.cause });
    this.code = code;
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
