import { DatabaseError } from "pg";
import { UniqueConflict } from "./database.ts";
import { storageUnavailable } from "./storage-unavailable.ts";

const uniqueViolation = "23505";

/**
 * SQLSTATEs that are nobody's fault here: connection (08), credentials (28), no such database (3D), rolled back for another
 * one's sake (40), resources and disk (53), object in use and lock timeout (55), cancelled or shut down (57), system (58),
 * broken files (XX), read-only (25006).
 */
const unavailable = /^(08|28|3D|40|53|55|57|58|XX)|^25006$/;

/** Says in our words what went wrong; what is our own fault (bad SQL, a broken constraint) stays as it is. */
export function postgresError(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    const { code = "" } = error;
    if (code === uniqueViolation) return new UniqueConflict("a row of this key exists", { cause: error });
    return unavailable.test(code) ? storageUnavailable(error) : error;
  }
  // The driver's own: no connection, no free one in time, one that ended or kept silent. A TypeError is a mistake of ours.
  return error instanceof TypeError || error instanceof RangeError ? error : storageUnavailable(error);
}
