import { CompiledQuery } from "kysely";
import type { Database } from "../../src/database/database.ts";
import { migrations } from "../../src/database/migrations.ts";
import { compileMigration } from "../../scripts/compile-migration.ts";

/** Every row of every table that the migrations make, whatever the database. */
export async function everyRow(database: Database): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const name of await tableNames()) {
    const query = { compile: () => CompiledQuery.raw(`select * from "${name}"`) };
    rows[name] = await database.run(query);
  }
  return rows;
}

/** Takes all of them away, those that refer to others first. */
export async function emptyEveryTable(database: Database): Promise<void> {
  const names = (await tableNames()).toReversed();
  await database.atomic(names.map((name) => ({ compile: () => CompiledQuery.raw(`delete from "${name}"`) })));
}

/** In the order they are made. */
async function tableNames(): Promise<string[]> {
  const statements = await Promise.all(Object.values(migrations).map(compileMigration));
  return statements.flat().flatMap((statement) => /^create table "(\w+)"/.exec(statement)?.[1] ?? []);
}
