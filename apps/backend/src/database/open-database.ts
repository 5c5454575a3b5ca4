import { systemClock, type Clock } from "../clock.ts";
import type { Database } from "./database.ts";
import { openSqliteDatabase } from "./sqlite-database.ts";

export interface DatabaseOptions {
  /** `file:./data/liftline.db`, or `:memory:` for tests. */
  url: string;
  clock?: Clock;
  /** How long a statement waits for another writer, in milliseconds. */
  busyTimeoutMs?: number;
}

/** Opens the database, brings its tables up to date and checks that it keeps what it promises. */
export async function openDatabase({
  url,
  clock = systemClock,
  busyTimeoutMs = 5000,
}: DatabaseOptions): Promise<Database> {
  if (url === ":memory:") return openSqliteDatabase({ path: url, clock, busyTimeoutMs });
  if (url.startsWith("file:")) return openSqliteDatabase({ path: pathOf(url), clock, busyTimeoutMs });
  throw new Error("DATABASE_URL must be `file:` and a path; other databases are not supported yet");
}

/** `file:./x` is relative to the working directory, which no URL can be. */
function pathOf(url: string): string {
  const path = url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
  if (path === "") throw new Error("DATABASE_URL names no file");
  return path;
}
