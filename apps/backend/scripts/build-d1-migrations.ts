// Writes the migrations as the plain files that `wrangler d1 migrations apply` takes. Run it after adding a migration;
// a test fails until you do.
import { mkdirSync, writeFileSync } from "node:fs";
import { migrations } from "../src/database/migrations.ts";
import { compileMigration } from "./compile-migration.ts";

const folder = new URL("../migrations/d1/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, migration] of Object.entries(migrations)) {
  const statements = await compileMigration(migration);
  writeFileSync(new URL(`${name}.sql`, folder), statements.map((statement) => `${statement};\n`).join(""));
}
