import { DomainError } from "../domain-error.ts";
import { UniqueConflict } from "./database.ts";
import { storageUnavailable } from "./storage-unavailable.ts";

const taken = /UNIQUE constraint failed/;

/** Our own mistakes: bad SQL, a broken constraint, a value that no column takes. */
const ours = /constraint failed|SQLITE_(ERROR|MISMATCH|RANGE|TOOBIG)|D1_TYPE_ERROR/;

/**
 * D1 tells faults by their text alone. What is neither a taken key nor a mistake of ours is D1's: overloaded, reset, out of
 * time, lost on the way there or back. It repeats reads by itself and writes never, so a write may have happened: whoever
 * asked asks again, and finds it by its key or its lease.
 */
export function d1Error(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const text = error instanceof Error ? error.message : "";
  if (taken.test(text)) return new UniqueConflict("a row of this key exists", { cause: error });
  return ours.test(text) ? error : storageUnavailable(error);
}
