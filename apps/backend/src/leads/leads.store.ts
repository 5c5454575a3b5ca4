import type { Compilable } from "kysely";
import type { Database } from "../database/database.ts";
import type { DeliveriesTable } from "../deliveries/deliveries.table.ts";
import { eventQuery } from "../deliveries/events.store.ts";
import type {
  LeadConsentsTable,
  LeadContactsTable,
  LeadKeysTable,
  LeadOptionsTable,
  LeadsTable,
  SearchClaimsTable,
} from "./leads.table.ts";

/** Whose rows: nothing is read or written without naming broker and environment. */
export interface LeadScope {
  brokerId: string;
  environment: string;
}

/** All rows of a new lead; they are stored together or not at all. */
export interface LeadRows {
  lead: LeadsTable;
  contact: LeadContactsTable;
  consent: LeadConsentsTable | null;
  options: LeadOptionsTable[];
  key: LeadKeysTable;
  claims: SearchClaimsTable[];
  deliveries: DeliveriesTable[];
}

/** What an `Idempotency-Key` stands for already. */
export interface KeyedLead {
  bodyHash: string;
  reference: string;
  receivedAt: string;
}

/** What a lead was made from, as it is stored. */
export interface LeadTrip extends Pick<LeadsTable, "trip" | "currency"> {
  /** In the order of choice. */
  options: LeadOptionsTable[];
}

export interface LeadsStore {
  findByKey(scope: LeadScope, keyHashes: readonly string[]): Promise<KeyedLead | undefined>;
  /** Whose lead spent this search. */
  findBySearch(scope: LeadScope, searchHashes: readonly string[]): Promise<string | undefined>;
  /** What was asked for; undefined for a lead of somebody else. */
  findTrip(scope: LeadScope, leadId: string): Promise<LeadTrip | undefined>;
  /** Throws `UniqueConflict` where the key, the search or the reference is taken. */
  insert(rows: LeadRows): Promise<void>;
}

export function createLeadsStore(database: Database): LeadsStore {
  const { build } = database;
  return {
    async findByKey(scope, keyHashes) {
      const [found] = await database.run(
        build
          .selectFrom("lead_keys")
          .innerJoin("leads", "leads.id", "lead_keys.lead_id")
          .select(["lead_keys.body_hash as bodyHash", "leads.reference", "leads.received_at as receivedAt"])
          .where("lead_keys.broker_id", "=", scope.brokerId)
          .where("lead_keys.environment", "=", scope.environment)
          .where("lead_keys.key_hash", "in", keyHashes),
      );
      return found;
    },

    async findBySearch(scope, searchHashes) {
      const [claim] = await database.run(
        build
          .selectFrom("search_claims")
          .select("lead_id")
          .where("broker_id", "=", scope.brokerId)
          .where("environment", "=", scope.environment)
          .where("search_hash", "in", searchHashes),
      );
      return claim?.lead_id;
    },

    async findTrip(scope, leadId) {
      const [lead] = await database.run(
        build
          .selectFrom("leads")
          .select(["trip", "currency"])
          .where("id", "=", leadId)
          .where("broker_id", "=", scope.brokerId)
          .where("environment", "=", scope.environment),
      );
      const options = build.selectFrom("lead_options").selectAll().where("lead_id", "=", leadId).orderBy("position");
      return lead && { ...lead, options: await database.run(options) };
    },

    async insert(rows) {
      const queries: Compilable[] = [
        build.insertInto("leads").values(rows.lead),
        build.insertInto("lead_contacts").values(rows.contact),
        ...(rows.consent ? [build.insertInto("lead_consents").values(rows.consent)] : []),
        // A statement for each row: D1 takes 100 values in one.
        ...rows.options.map((row) => build.insertInto("lead_options").values(row)),
        build.insertInto("lead_keys").values(rows.key),
        ...rows.claims.map((row) => build.insertInto("search_claims").values(row)),
        ...rows.deliveries.flatMap((row) => [
          build.insertInto("deliveries").values(row),
          eventQuery(database, { deliveryId: row.id, detail: null, now: row.created_at }),
        ]),
      ];
      await database.atomic(queries);
    },
  };
}
