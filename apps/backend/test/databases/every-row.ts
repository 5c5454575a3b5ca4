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

async function tableNames(): Promise<string[]> {
  const statements = await Promise.all(Object.values(migrations).map(compileMigration));
  return statements.flat().flatMap((statement) => /^create table "(\w+)"/.exec(statement)?.[1] ?? []);
}
