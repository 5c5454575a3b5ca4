import { Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { migrate } from "./migrate.ts";
import { PostgresSchemaCompiler } from "./postgres-schema-compiler.ts";

class SchemaDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresSchemaCompiler {
    return new PostgresSchemaCompiler();
  }
}

/**
 * Brings the tables up to date over connections of its own, which have no limits: a migration may take its time. Processes
 * that start together wait for the first one, which holds an advisory lock as long as it migrates.
 */
export async function migratePostgres(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, application_name: "liftline-migrations", max: 2 });
  pool.on("error", () => undefined);
  const kysely = new Kysely({ dialect: new SchemaDialect({ pool }) });
  try {
    await migrate(kysely);
  } finally {
    await kysely.destroy();
  }
}
