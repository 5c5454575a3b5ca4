import SqliteDatabase from "better-sqlite3";
import { UniqueConflict } from "./database.ts";
import { storageUnavailable } from "./storage-unavailable.ts";

/** Locked, full, read-only, broken or gone: the caller may come again, and nothing was written. */
const unavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PERM|PROTOCOL|NOLFS)/;

/** Says in our words what went wrong; what is our own fault (bad SQL, a broken constraint) stays as it is. */
export function sqliteError(error: unknown): unknown {
  if (error instanceof SqliteDatabase.SqliteError) {
    if (unavailable.test(error.code)) return storageUnavailable(error);
    if (error.code === "SQLITE_CONSTRAINT_UNIQUE" || error.code === "SQLITE_CONSTRAINT_PRIMARYKEY") {
      return new UniqueConflict("a row of this key exists", { cause: error });
    }
  }
  return error;
}
