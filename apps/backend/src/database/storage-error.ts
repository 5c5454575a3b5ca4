import SqliteDatabase from "better-sqlite3";
import { DomainError } from "../domain-error.ts";
import { UniqueConflict } from "./database.ts";

/** Seconds after which the same request may go through. */
const retryAfterSeconds = 5;

/** Locked, full, read-only, broken or gone: the caller may come again, and nothing was written. */
const unavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PERM|PROTOCOL|NOLFS)/;

/** Says in our words what went wrong; what is our own fault (bad SQL, a broken constraint) stays as it is. */
export function storageError(error: unknown): unknown {
  if (error instanceof SqliteDatabase.SqliteError) {
    if (unavailable.test(error.code)) return storageUnavailable(error);
    if (error.code === "SQLITE_CONSTRAINT_UNIQUE" || error.code === "SQLITE_CONSTRAINT_PRIMARYKEY") {
      return new UniqueConflict("a row of this key exists", { cause: error });
    }
  }
  return error;
}

export function storageUnavailable(cause: unknown): DomainError {
  return new DomainError("storage.unavailable", { retryAfterSeconds, cause });
}
