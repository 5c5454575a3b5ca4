import type { Database } from "../database/database.ts";
import { settledStates } from "../deliveries/delivery-state.ts";
import { eraseForeignQueries } from "./erase-foreign.store.ts";
import { eraseQueries, noticePrefix, type ErasureNotice } from "./erase.store.ts";
import type { LeadScope } from "./leads.store.ts";
import type { LeadErasuresTable } from "./leads.table.ts";
import { isOfPerson, type Person } from "./person.store.ts";

/** A lead whose person is to be forgotten. */
export interface MarkedLead {
  id: string;
  brokerId: string;
  environment: string;
  reference: string;
  /** Null: not yet. */
  erasedAt: string | null;
  /** Deliveries that may have told systems of the broker's, such as `crm:0`. */
  told: readonly string[];
}

export interface ErasuresStore {
  /** Marks all leads of a person; what is marked already stays as it is. Their references. */
  markPerson(scope: LeadScope, person: Person): Promise<string[]>;
  /** Marks leads that were finished before `cutoff` (ISO 8601 UTC), some at a time. How many. */
  markFinished(scope: LeadScope, cutoff: string): Promise<number>;
  /** Marked leads that are not erased, or were so lately that something could have been added to them meanwhile. */
  listMarked(): Promise<MarkedLead[]>;
  /** False where something has to be settled before. */
  erase(leadId: string, notices: readonly ErasureNotice[]): Promise<boolean>;
  /** Leads from elsewhere, by the person or not read since `cutoff`. How many went; a person's are never kept again. */
  deleteForeign(scope: LeadScope, by: Person | { cutoff: string }): Promise<number>;
  /** Keys older than that have no answer any more. */
  deleteKeys(before: string): Promise<void>;
  /** Notifications with which there has been nothing to do since before that. How many went. */
  deletePointers(before: string): Promise<number>;
}

/** An alert may have been copied from what was just erased; after that time none can be under way. */
const againMs = 10 * 60_000;
/** Leads at a time: no other writer waits for long. */
const portion = 50;

export function createErasuresStore(database: Database): ErasuresStore {
  const { build, clock } = database;
  const at = (ms: number) => new Date(ms).toISOString();

  async function mark(ids: readonly { id: string }[], scope: LeadScope, reason: LeadErasuresTable["reason"]) {
    const requested_at = at(clock.now());
    const row = { broker_id: scope.brokerId, environment: scope.environment, reason, requested_at, erased_at: null };
    await database.atomic(
      ids.map(({ id }) =>
        build
          .insertInto("lead_erasures")
          .values({ ...row, lead_id: id })
          .onConflict((conflict) => conflict.doNothing()),
      ),
    );
  }

  return {
    async markPerson(scope, person) {
      const leads = await database.run(
        build
          .selectFrom("leads")
          .innerJoin("lead_contacts", "lead_contacts.lead_id", "leads.id")
          .select(["leads.id", "leads.reference"])
          .where("leads.broker_id", "=", scope.brokerId)
          .where("leads.environment", "=", scope.environment)
          .where((where) => isOfPerson(where, person)),
      );
      for (let first = 0; first < leads.length; first += portion) {
        await mark(leads.slice(first, first + portion), scope, "request");
      }
      return leads.map(({ reference }) => reference);
    },

    async markFinished(scope, cutoff) {
      const leads = await database.run(finishedQuery(database, { ...scope, cutoff }));
      if (leads.length > 0) await mark(leads, scope, "retention");
      return leads.length;
    },

    async listMarked() {
      const marked = await database.run(markedQuery(database, at(clock.now() - againMs)));
      return Promise.all(
        marked.map(async (lead) => ({ ...lead, told: lead.erasedAt === null ? await toldOf(database, lead.id) : [] })),
      );
    },

    async erase(leadId, notices) {
      const results = await database.atomic(eraseQueries(database, { leadId, notices, now: at(clock.now()) }));
      return (results.at(-1) ?? []).length > 0;
    },

    async deleteForeign(scope, by) {
      if ("reference" in by) return 0;
      if ("email" in by) {
        const { email } = by;
        const [, deleted] = await database.atomic(
          eraseForeignQueries(database, { scope, email, now: at(clock.now()) }),
        );
        return deleted.length;
      }
      const old = build
        .deleteFrom("foreign_leads")
        .where("broker_id", "=", scope.brokerId)
        .where("environment", "=", scope.environment)
        .where("last_read_at", "<", by.cutoff);
      return (await database.run(old.returning("id"))).length;
    },

    async deleteKeys(before) {
      await database.run(build.deleteFrom("lead_keys").where("created_at", "<", before));
    },

    async deletePointers(before) {
      const old = build.deleteFrom("notifications").where("settled_at", "<", before).where("next_at", "is", null);
      return (await database.run(old.returning("id"))).length;
    },
  };
}

/** Of these leads nothing is open, nor was lately: a lead that a person has to look at is not finished (R21). */
function finishedQuery({ build }: Database, { brokerId, environment, cutoff }: LeadScope & { cutoff: string }) {
  return build
    .selectFrom("leads")
    .select("leads.id")
    .where("leads.broker_id", "=", brokerId)
    .where("leads.environment", "=", environment)
    .where("leads.received_at", "<", cutoff)
    .where((where) =>
      where.not(where.exists(where.selectFrom("lead_erasures").select("reason").whereRef("lead_id", "=", "leads.id"))),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("deliveries")
            .select("deliveries.id")
            .whereRef("deliveries.lead_id", "=", "leads.id")
            .where((inner) =>
              inner.or([
                inner("deliveries.state", "not in", [...settledStates]),
                inner("deliveries.settled_at", "is", null),
                inner("deliveries.settled_at", ">=", cutoff),
              ]),
            ),
        ),
      ),
    )
    .orderBy("leads.received_at")
    .limit(portion);
}

function markedQuery({ build }: Database, since: string) {
  return build
    .selectFrom("lead_erasures")
    .innerJoin("leads", "leads.id", "lead_erasures.lead_id")
    .select([
      "leads.id",
      "leads.reference",
      "leads.broker_id as brokerId",
      "leads.environment",
      "erased_at as erasedAt",
    ])
    .where((where) => where.or([where("erased_at", "is", null), where("erased_at", ">", since)]))
    .orderBy((order) => order.case().when("erased_at", "is", null).then(0).else(1).end())
    .orderBy("requested_at")
    .limit(10 * portion);
}

async function toldOf(database: Database, leadId: string): Promise<string[]> {
  const deliveries = await database.run(
    database.build
      .selectFrom("deliveries")
      .select("channel")
      .where("lead_id", "=", leadId)
      .where("channel", "like", "crm:%")
      .where("channel", "not like", `${noticePrefix}%`),
  );
  return deliveries.map(({ channel }) => channel);
}
