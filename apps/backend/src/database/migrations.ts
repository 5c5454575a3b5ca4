import type { Migration } from "kysely/migration";
import * as leads from "./migrations/0001-leads.ts";
import * as deliveries from "./migrations/0002-deliveries.ts";
import * as notifications from "./migrations/0003-notifications.ts";
import * as privacy from "./migrations/0004-privacy.ts";
import * as callBuckets from "./migrations/0005-call-buckets.ts";
import * as forgetting from "./migrations/0006-forgetting.ts";
import * as deliveryFigures from "./migrations/0007-delivery-figures.ts";
import * as connections from "./migrations/0008-connections.ts";

/**
 * Every migration in order, named here and not found on disk: a bundle has no folder. They use column types and statements
 * that SQLite, PostgreSQL and D1 share, and are never edited once released.
 */
export const migrations: Record<string, Migration> = {
  "0001-leads": leads,
  "0002-deliveries": deliveries,
  "0003-notifications": notifications,
  "0004-privacy": privacy,
  "0005-call-buckets": callBuckets,
  "0006-forgetting": forgetting,
  "0007-delivery-figures": deliveryFigures,
  "0008-connections": connections,
};
