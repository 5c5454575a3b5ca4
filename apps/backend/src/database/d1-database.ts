import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector } from "kysely";
import type { Compilable } from "kysely";
import type { Clock } from "../clock.ts";
import { d1Error } from "./d1-error.ts";
import type { Database, RowsOf } from "./database.ts";
import { createMeasuredClock } from "./measured-clock.ts";
import { migrations } from "./migrations.ts";
import { SingleWriterCompiler } from "./single-writer-compiler.ts";
import { storageUnavailable } from "./storage-unavailable.ts";
import type { Tables } from "./tables.ts";

/** As much of a Worker's D1 binding as is needed. */
export interface D1Binding {
  prepare(sql: string): D1Statement;
  /** All or nothing. */
  batch(statements: D1Statement[]): Promise<D1Result[]>;
}

export interface D1Statement {
  bind(...values: unknown[]): D1Statement;
  all(): Promise<D1Result>;
}

interface D1Result {
  results: unknown[];
}

/** Cloudflare's database. `wrangler d1 migrations apply` makes its tables; here it is only checked that it has. */
export async function openD1Database(options: {
  binding: D1Binding;
  /** Stands in for the database's time: for tests. */
  clock?: Clock;
}): Promise<Database> {
  const database = createD1Database(options.binding, options.clock);
  await database.ready();
  return database;
}

/** The same unchecked, for a host that wakes with each request: its readiness tells, and so does whatever fails. */
export function createD1Database(binding: D1Binding, steered?: Clock): Database {
  const measured = createMeasuredClock({ questions: 1 });

  async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      if (!steered && measured.isStale) await measured.measure(() => readTime(binding));
      return await work();
    } catch (error) {
      throw d1Error(error);
    }
  }

  function statement(query: Compilable): D1Statement {
    const { sql, parameters } = query.compile();
    return binding.prepare(sql).bind(...parameters);
  }

  return {
    build: new Kysely<Tables>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SingleWriterCompiler(),
      },
    }),
    clock: steered ?? measured,
    isShared: true,
    run: <Row>(query: Compilable<Row>) =>
      // What a query answers is known to its builder only.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      guarded(async () => (await statement(query).all()).results) as Promise<Row[]>,
    atomic: <const Queries extends readonly Compilable[]>(queries: Queries) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      guarded(() => executeAll(binding, queries.map(statement))) as Promise<RowsOf<Queries>>,
    ready: () => guarded(() => assertMigrated(binding)),
    // Cloudflare keeps 30 days to go back to, and nothing shortens that.
    forget: async () => undefined,
    close: async () => undefined,
  };
}

async function executeAll(binding: D1Binding, statements: D1Statement[]): Promise<unknown[][]> {
  const results = await binding.batch(statements);
  return results.map((result) => result.results);
}

/** Milliseconds since the epoch. */
async function readTime(binding: D1Binding): Promise<number> {
  const { results } = await binding.prepare("select cast(unixepoch('now', 'subsec') * 1000 as integer) as now").all();
  const [row] = results;
  return hasNow(row) ? row.now : Date.now();
}

function hasNow(row: unknown): row is { now: number } {
  return typeof row === "object" && row !== null && "now" in row && typeof row.now === "number";
}

/** Wrangler's list of what it applied must have our newest. */
async function assertMigrated(binding: D1Binding): Promise<void> {
  const newest = Object.keys(migrations).at(-1) ?? "";
  const applied = await binding.prepare("select name from d1_migrations where name = ?").bind(`${newest}.sql`).all();
  if (applied.results.length === 0) throw storageUnavailable(new Error(`D1 has not had the migration ${newest}`));
}
