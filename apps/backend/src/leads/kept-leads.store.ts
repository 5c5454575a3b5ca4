import type { Database } from "../database/database.ts";
import type { DeliveriesTable } from "../deliveries/deliveries.table.ts";
import type { LeadScope } from "./leads.store.ts";
import type { LeadConsentsTable, LeadContactsTable, LeadOptionsTable, LeadsTable } from "./leads.table.ts";
import { isOfPerson, type Person } from "./person.store.ts";

/** All that is kept of one lead and its person. */
export interface KeptLead {
  lead: LeadsTable & LeadContactsTable;
  consent: LeadConsentsTable | undefined;
  options: LeadOptionsTable[];
  deliveries: Pick<DeliveriesTable, "lead_id" | "channel" | "state" | "created_at" | "settled_at">[];
}

/** What the marketplace told of a lead that was made elsewhere, as far as it is about the person. */
export interface KeptForeignLead {
  tripId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  firstReadAt: string;
}

export interface KeptLeadsStore {
  /** Of a person, or all of a broker's; oldest first. Erased ones have no person any more and are not among them. */
  list(scope: LeadScope, person: Person | null): Promise<KeptLead[]>;
  listForeign(scope: LeadScope, person: Person | null): Promise<KeptForeignLead[]>;
}

/** D1 takes 100 values in one statement. */
const portion = 80;

export function createKeptLeadsStore(database: Database): KeptLeadsStore {
  const { build } = database;
  return {
    async list(scope, person) {
      const leads = await database.run(leadsQuery(database, scope, person));
      const kept: KeptLead[] = [];
      for (let first = 0; first < leads.length; first += portion) {
        kept.push(...(await complete(database, leads.slice(first, first + portion))));
      }
      return kept;
    },

    async listForeign(scope, person) {
      if (person && "reference" in person) return [];
      const all = build
        .selectFrom("foreign_leads")
        .select(["trip_id as tripId", "name", "email", "phone", "first_read_at as firstReadAt"])
        .where("broker_id", "=", scope.brokerId)
        .where("environment", "=", scope.environment)
        .orderBy("first_read_at");
      const ofPerson = person
        ? all.where((where) => where(where.fn<string>("lower", ["email"]), "=", person.email.toLowerCase()))
        : all;
      return database.run(ofPerson);
    },
  };
}

function leadsQuery({ build }: Database, scope: LeadScope, person: Person | null) {
  const all = build
    .selectFrom("leads")
    .innerJoin("lead_contacts", "lead_contacts.lead_id", "leads.id")
    .selectAll("leads")
    .selectAll("lead_contacts")
    .where("leads.broker_id", "=", scope.brokerId)
    .where("leads.environment", "=", scope.environment)
    .orderBy("leads.received_at")
    .orderBy("leads.id");
  return person ? all.where((where) => isOfPerson(where, person)) : all;
}

async function complete(database: Database, leads: KeptLead["lead"][]): Promise<KeptLead[]> {
  const { build } = database;
  const ids = leads.map(({ id }) => id);
  const [consents, options, deliveries] = await database.atomic([
    build.selectFrom("lead_consents").selectAll().where("lead_id", "in", ids),
    build.selectFrom("lead_options").selectAll().where("lead_id", "in", ids).orderBy("position"),
    build
      .selectFrom("deliveries")
      .select(["lead_id", "channel", "state", "created_at", "settled_at"])
      .where("lead_id", "in", ids)
      .orderBy("created_at")
      .orderBy("channel"),
  ]);
  const of = <Row extends { lead_id: string }>(rows: Row[], id: string) => rows.filter(({ lead_id }) => lead_id === id);
  return leads.map((lead) => ({
    lead,
    consent: of(consents, lead.id)[0],
    options: of(options, lead.id),
    deliveries: of(deliveries, lead.id),
  }));
}
