import { Kysely, SqliteAdapter, SqliteIntrospector, type CompiledQuery } from "kysely";
import type { Migration } from "kysely/migration";
import { SingleWriterCompiler } from "../src/database/single-writer-compiler.ts";

/** The statements of a migration as plain SQL, for D1, which lets no program look at its tables. */
export async function compileMigration(migration: Migration): Promise<string[]> {
  const statements: string[] = [];
  const connection = {
    async executeQuery({ sql, parameters }: CompiledQuery): Promise<{ rows: never[] }> {
      if (parameters.length > 0) throw new Error(`a migration for D1 is a file without values: ${sql}`);
      statements.push(sql);
      return { rows: [] };
    },
    streamQuery(): never {
      throw new Error("a migration for D1 cannot read");
    },
  };
  const kysely = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SingleWriterCompiler(),
    },
  });
  await migration.up(kysely);
  return statements;
}

async function nothing(): Promise<void> {}
