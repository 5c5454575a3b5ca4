import { Pool, types } from "pg";

/** Object identifiers of the types whose values the driver would hand over as text. */
const int8 = 20;
const numeric = 1700;

/** Limits of one connection, in milliseconds. */
export interface PostgresLimits {
  /** How long a statement may wait for another one's lock. */
  lockMs: number;
  /** How long a statement may take altogether. */
  statementMs: number;
  /** How long a connection may take to be made or to become free. */
  connectMs: number;
}

export function createPostgresPool(url: string, limits: PostgresLimits): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: "liftline",
    max: 10,
    connectionTimeoutMillis: limits.connectMs,
    lock_timeout: limits.lockMs,
    statement_timeout: limits.statementMs,
    idle_in_transaction_session_timeout: 2 * limits.statementMs,
    // The server may be gone without a word: then this side gives up, a little after the server would have.
    query_timeout: limits.statementMs + 1000,
    keepAlive: true,
    types: { getTypeParser },
  });
  // A connection that ends is dropped, and whoever uses it is told by the query; without listeners the process would end.
  pool.on("error", ignoreEnd);
  pool.on("connect", (client) => client.on("error", ignoreEnd));
  return pool;
}

/** Counts and sums are numbers, as in SQLite; ours stay far below 2^53. */
function getTypeParser(type: number, format?: "text" | "binary"): (value: string) => unknown {
  if (format !== "binary" && (type === int8 || type === numeric)) return Number;
  // The driver names the types it knows; a server may send others.
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment
  return types.getTypeParser(type, format);
}

function ignoreEnd(): void {}
