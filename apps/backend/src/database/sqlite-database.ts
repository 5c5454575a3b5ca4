import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { DummyDriver, Kysely, SqliteAdapter, SqliteDialect, SqliteIntrospector } from "kysely";
import type { Compilable, CompiledQuery } from "kysely";
import type { Clock } from "../clock.ts";
import type { Database, RowsOf } from "./database.ts";
import { migrate } from "./migrate.ts";
import { SingleWriterCompiler } from "./single-writer-compiler.ts";
import { sqliteError } from "./sqlite-error.ts";
import { storageUnavailable } from "./storage-unavailable.ts";
import type { Tables } from "./tables.ts";

/** Older ones can corrupt a file in WAL mode that two connections write to. */
const oldestSqlite = [3, 51, 3] as const;

/** One file, or memory: Node's database. Every call is synchronous inside, so a batch cannot be interleaved. */
export async function openSqliteDatabase(options: {
  path: string;
  clock: Clock;
  busyTimeoutMs: number;
}): Promise<Database> {
  const sqlite = connect(options.path);
  try {
    setPragmas(sqlite, options.busyTimeoutMs);
    assertPragmas(sqlite, options);
    await migrate(new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) }));
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return sqlitePort(sqlite, options.clock);
}

function connect(path: string): SqliteDatabase.Database {
  // The file holds people's names and addresses: a folder we make is for its owner only.
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return new SqliteDatabase(path);
}

function setPragmas(sqlite: SqliteDatabase.Database, busyTimeoutMs: number): void {
  sqlite.pragma(`busy_timeout = ${busyTimeoutMs}`);
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("secure_delete = ON");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("trusted_schema = OFF");
}

/** SQLite ignores what it cannot do without a word, so we ask back (R3 of `reliability.md` §2 rests on FULL). */
function assertPragmas(sqlite: SqliteDatabase.Database, options: { path: string; busyTimeoutMs: number }): void {
  const expected = {
    busy_timeout: options.busyTimeoutMs,
    journal_mode: options.path === ":memory:" ? "memory" : "wal",
    synchronous: 2,
    secure_delete: 1,
    foreign_keys: 1,
    trusted_schema: 0,
  };
  for (const [pragma, value] of Object.entries(expected)) {
    if (sqlite.pragma(pragma, { simple: true }) !== value) throw new Error(`SQLite does not take ${pragma} = ${value}`);
  }
  const version = String(sqlite.prepare("select sqlite_version()").pluck().get());
  if (isOlder(version)) throw new Error(`SQLite ${oldestSqlite.join(".")} or later is needed, this is ${version}`);
}

function isOlder(version: string): boolean {
  const parts = version.split(".").map(Number);
  const differing = oldestSqlite.findIndex((part, index) => part !== parts[index]);
  return differing >= 0 && (parts[differing] ?? 0) < (oldestSqlite[differing] ?? 0);
}

function sqlitePort(sqlite: SqliteDatabase.Database, clock: Clock): Database {
  const build = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SingleWriterCompiler(),
    },
  });
  const statements = new Map<string, SqliteDatabase.Statement>();

  function execute({ sql, parameters }: CompiledQuery): unknown[] {
    const statement = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, statement);
    if (statement.reader) return statement.all(...parameters);
    statement.run(...parameters);
    return [];
  }

  /** Whatever fails, fails in our words; a closed handle is as good as a lost database. */
  async function guarded<Result>(work: () => Result): Promise<Result> {
    if (!sqlite.open) throw storageUnavailable(undefined);
    try {
      return work();
    } catch (error) {
      throw sqliteError(error);
    }
  }

  return {
    build,
    clock,
    isShared: false,
    // What a query answers is known to its builder only: SQLite's rows have no type.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    run: <Row>(query: Compilable<Row>) => guarded(() => execute(query.compile()) as Row[]),
    atomic: <const Queries extends readonly Compilable[]>(queries: Queries) =>
      guarded(() => {
        const compiled = queries.map((query) => query.compile());
        // IMMEDIATE: wait for the other writer before the first statement, never fail half-way for the lock.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return sqlite.transaction(() => compiled.map(execute)).immediate() as RowsOf<Queries>;
      }),
    ready: () => guarded(() => sqlite.transaction(() => undefined).immediate()),
    forget: () => guarded(() => forget(sqlite)),
    close: async () => {
      sqlite.close();
    },
  };
}

/**
 * `secure_delete` overwrites what is deleted where it stands; what was moved when a page was split has left a copy behind, in
 * room that no row owns. So every page is written anew; and the log has the old ones until it is cut off.
 */
function forget(sqlite: SqliteDatabase.Database): void {
  sqlite.exec("vacuum");
  const isBusy = sqlite.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) !== 0;
  if (isBusy) throw storageUnavailable(undefined);
}
