import { systemClock, type Clock } from "../clock.ts";
import type { Database } from "./database.ts";
import { openPostgresDatabase } from "./postgres-database.ts";
import { openSqliteDatabase } from "./sqlite-database.ts";

export interface DatabaseOptions {
  /** `file:./data/liftline.db`, `postgres://user:password@host/name`, or `:memory:` for tests. */
  url: string;
  /** Stands in for the database's own time: for tests. */
  clock?: Clock;
  /** How long a statement waits for another writer, in milliseconds. */
  busyTimeoutMs?: number;
}

/** Opens the database, brings its tables up to date and checks that it keeps what it promises. */
export async function openDatabase({ url, clock, busyTimeoutMs = 5000 }: DatabaseOptions): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgresDatabase({ url, busyTimeoutMs, ...(clock && { clock }) });
  // A file has no time of its own: every process that can open it goes by the same machine's.
  const sqlite = { clock: clock ?? systemClock, busyTimeoutMs };
  if (url === ":memory:") return openSqliteDatabase({ path: url, ...sqlite });
  if (url.startsWith("file:")) return openSqliteDatabase({ path: pathOf(url), ...sqlite });
  throw new Error("DATABASE_URL must be `file:` and a path, or `postgres://` and an address");
}

/** `file:./x` is relative to the working directory, which no URL can be. */
function pathOf(url: string): string {
  const path = url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  if (path === "") throw new Error("DATABASE_URL names no file");
  return path;
}
