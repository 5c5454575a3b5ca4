import type { Migration } from "kysely/migration";
import * as leads from "./migrations/0001-leads.ts";

/**
 * Every migration in order, named here and not found on disk: a bundle has no folder. They use column types and statements
 * that SQLite, PostgreSQL and D1 share, and are never edited once released.
 */
export const migrations: Record<string, Migration> = {
  "0001-leads": leads,
};
