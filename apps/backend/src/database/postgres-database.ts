import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type { Compilable, CompiledQuery } from "kysely";
import type pg from "pg";
import type { Clock } from "../clock.ts";
import { DomainError } from "../domain-error.ts";
import type { Database, RowsOf } from "./database.ts";
import { createMeasuredClock } from "./measured-clock.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { postgresError } from "./postgres-error.ts";
import { createPostgresPool } from "./postgres-pool.ts";
import { storageUnavailable } from "./storage-unavailable.ts";
import type { Tables } from "./tables.ts";

/** A server that several processes work on. */
export async function openPostgresDatabase(options: {
  /** `postgres://user:password@host/name`, with the driver's parameters after a question mark. */
  url: string;
  /** Stands in for the server's time: for tests. */
  clock?: Clock;
  busyTimeoutMs: number;
}): Promise<Database> {
  const limits = { lockMs: options.busyTimeoutMs, statementMs: 2 * options.busyTimeoutMs, connectMs: 5000 };
  const pool = createPostgresPool(options.url, limits);
  try {
    await assertPromises(pool);
    await migratePostgres(options.url);
    const database = postgresPort(pool, options.clock);
    await database.ready();
    return database;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** R3 of `reliability.md` §2: an acknowledged lead is on the disk. What is off here is off for a reason that we cannot see. */
async function assertPromises(pool: pg.Pool): Promise<void> {
  const settings = { synchronous_commit: ["on", "remote_apply"], server_encoding: ["UTF8"] };
  for (const [name, expected] of Object.entries(settings)) {
    const { rows } = await pool.query<{ value: string }>("select current_setting($1) as value", [name]);
    const value = rows[0]?.value ?? "";
    if (!expected.includes(value)) throw new Error(`PostgreSQL must have ${name} = ${expected[0]}, not ${value}`);
  }
}

function postgresPort(pool: pg.Pool, steered: Clock | undefined): Database {
  const measured = createMeasuredClock();

  /** Whatever fails, fails in our words; a connection that failed is never used again. */
  async function withClient<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      const connected = client;
      if (!steered && measured.isStale) await measured.measure(() => readTime(connected));
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      const failure = postgresError(error);
      client?.release(failure instanceof DomainError);
      throw failure;
    }
  }

  return {
    build: new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    }),
    clock: steered ?? measured,
    isShared: true,
    run: <Row>(query: Compilable<Row>) => {
      const compiled = query.compile();
      // What a query answers is known to its builder only.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return withClient((client) => execute(client, compiled)) as Promise<Row[]>;
    },
    atomic: <const Queries extends readonly Compilable[]>(queries: Queries) => {
      const compiled = queries.map((query) => query.compile());
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return withClient((client) => executeAll(client, compiled)) as Promise<RowsOf<Queries>>;
    },
    ready: () => withClient(assertWritable),
    // Its vacuum frees and reuses the space by itself; only its owner can do more.
    forget: async () => undefined,
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
}

async function execute(client: pg.ClientBase, { sql, parameters }: CompiledQuery): Promise<unknown[]> {
  const { rows } = await client.query<object>(sql, [...parameters]);
  return rows;
}

async function executeAll(client: pg.ClientBase, queries: CompiledQuery[]): Promise<unknown[][]> {
  await client.query("begin");
  try {
    const results: unknown[][] = [];
    for (const query of queries) results.push(await execute(client, query));
    await client.query("commit");
    return results;
  } catch (error) {
    // Where this fails as well the connection is gone, and the server has rolled back by itself.
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Milliseconds since the epoch. */
async function readTime(client: pg.ClientBase): Promise<number> {
  const text = "select (extract(epoch from clock_timestamp()) * 1000)::float8 as now";
  const { rows } = await client.query<{ now: number }>(text);
  return rows[0]?.now ?? Date.now();
}

/** A server that has become a copy of another one answers every question and takes nothing. */
async function assertWritable(client: pg.ClientBase): Promise<void> {
  const text = "select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as refuses";
  const { rows } = await client.query<{ refuses: boolean }>(text);
  if (rows[0]?.refuses !== false) throw storageUnavailable(undefined);
}
