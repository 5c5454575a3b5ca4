import { readFileSync, readdirSync } from "node:fs";
import { CompiledQuery } from "kysely";
import { expect, test, vi } from "vitest";
import { compileMigration } from "../../scripts/compile-migration.ts";
import { openD1Database } from "../../src/database/d1-database.ts";
import { migrations } from "../../src/database/migrations.ts";
import { openDatabase } from "../../src/database/open-database.ts";
import { askPostgres, createPostgres, emptyD1, openTestDatabase } from "./open-test-database.ts";
import { readSchema } from "./read-schema.ts";

// Servers of their own on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const folder = new URL("../../migrations/d1/", import.meta.url);

test("the files for D1 are what the migrations say (node apps/backend/scripts/build-d1-migrations.ts writes them)", async () => {
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(migrations).map((name) => `${name}.sql`));
  for (const [name, migration] of Object.entries(migrations)) {
    const statements = await compileMigration(migration);
    const file = readFileSync(new URL(`${name}.sql`, folder), "utf8");
    expect(file).toBe(statements.map((statement) => `${statement};\n`).join(""));
  }
});

test("the three databases have the same tables, keys, indexes and references", async () => {
  const sqlite = await openTestDatabase("sqlite");
  const postgres = await openTestDatabase("postgres");
  const d1 = await openTestDatabase("d1");
  const expected = await readSchema(sqlite, "sqlite");
  expect(expected).toContain("search_claims primary broker_id,environment,search_hash");
  expect(expected).toContain("deliveries.lead_id -> leads.id");
  expect(await readSchema(d1, "sqlite")).toEqual(expected);
  expect(await readSchema(postgres, "postgres")).toEqual(expected);
  await Promise.all([sqlite.close(), postgres.close(), d1.close()]);
});

test("PostgreSQL compares every text byte by byte, as SQLite does, in whatever language the database was made", async () => {
  const postgres = await openTestDatabase("postgres");
  const otherwise = `select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and data_type = 'text' and collation_name is distinct from 'C'`;
  expect(await postgres.run({ compile: () => CompiledQuery.raw(otherwise) })).toEqual([]);
  await postgres.close();
});

test("processes that start together on an empty PostgreSQL migrate it once", async () => {
  const url = await createPostgres();
  const databases = await Promise.all(Array.from({ length: 8 }, () => openDatabase({ url })));
  const applied = await askPostgres<{ name: string }>(url, "select name from kysely_migration order by name");
  expect(applied.map(({ name }) => name)).toEqual(Object.keys(migrations));
  await Promise.all(databases.map((database) => database.close()));
});

test("D1 without its newest migration is not ready, and says which one it lacks", async () => {
  const binding = await emptyD1();
  await binding.prepare("delete from d1_migrations").all();
  await expect(openD1Database({ binding })).rejects.toMatchObject({
    code: "storage.unavailable",
    cause: { message: `D1 has not had the migration ${Object.keys(migrations).at(-1)}` },
  });
});
