import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { z } from "zod";
import type { Clock } from "../../src/clock.ts";
import { openD1Database } from "../../src/database/d1-database.ts";
import type { Database } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { applyD1Migrations, d1Names, startD1Server, type D1Server } from "./d1-server.ts";

const TableName = z.object({ name: z.string() });

export const databaseKinds = ["sqlite", "postgres", "d1"] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** What this test file has made; it goes with the file. Three databases of a kind can be in use at a time. */
let d1: Promise<D1Server> | undefined;
let d1Opened = 0;
const postgresUrls: string[] = [];
afterAll(async () => {
  await (await d1)?.stop();
});

/** An empty database of that kind, as real as can be had. */
export async function openTestDatabase(kind: DatabaseKind, clock?: Clock): Promise<Database> {
  const steered = clock ? { clock } : {};
  if (kind === "sqlite") return openDatabase({ url: ":memory:", ...steered });
  if (kind === "postgres") return openDatabase({ url: await emptyPostgres(), busyTimeoutMs: 1000, ...steered });
  return openD1Database({ binding: await emptyD1(), ...steered });
}

async function emptyPostgres(): Promise<string> {
  const reused = postgresUrls.length >= d1Names.length ? postgresUrls.shift() : undefined;
  const url = reused ?? (await createPostgres());
  postgresUrls.push(url);
  if (reused) {
    const tables = await askPostgres<{ name: string }>(
      url,
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'",
    );
    await askPostgres(url, `truncate ${tables.map(({ name }) => name).join()}`);
  }
  return url;
}

/** The address of a new PostgreSQL database that nobody has migrated. */
export async function createPostgres(): Promise<string> {
  const answer = await fetch(inject("postgresDoor"));
  const url = await answer.text();
  if (!answer.ok) throw new Error(url);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await askPostgres(url, `create database ${name}`);
  return url.replace(/postgres$/, name);
}

/** One statement over a connection of its own: of somebody else's, as far as PostgreSQL is concerned. */
export async function askPostgres<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A D1 database with all its tables and no rows. */
export async function emptyD1(): Promise<ReturnType<D1Server["database"]>> {
  d1 ??= startD1Server();
  const server = await d1;
  const binding = server.database(d1Names[d1Opened++ % d1Names.length] ?? "first");
  const tables = await binding
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_%' escape '\\'",
    )
    .all();
  const names = tables.results.map((row) => TableName.parse(row).name);
  // All at once: whatever they refer to is gone as well when it is looked at.
  const drops = ["pragma defer_foreign_keys = on", ...names.map((name) => `drop table "${name}"`)];
  if (names.length > 0) await binding.batch(drops.map((sql) => binding.prepare(sql)));
  await applyD1Migrations(binding);
  return binding;
}
