import { DomainError } from "../domain-error.ts";

/** Seconds after which the same request may go through. */
const retryAfterSeconds = 5;

/** The database cannot take it now. Nothing was acknowledged; where it was taken all the same, the repeat finds it. */
export function storageUnavailable(cause: unknown): DomainError {
  return new DomainError("storage.unavailable", { retryAfterSeconds, cause });
}
