import { randomId } from "../database/random-id.ts";
import { leadErased } from "../deliveries/channels/crm/lead-event.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Randomness } from "../randomness.ts";
import { noticePrefix } from "./erase.store.ts";
import type { ErasuresStore, MarkedLead } from "./erasures.store.ts";
import type { LeadScope } from "./leads.store.ts";
import type { Person } from "./person.store.ts";

export interface EraseLeadsDependencies {
  erasures: ErasuresStore;
  database: {
    clock: Clock;
    /** What was deleted leaves the files as well, as far as the database can do that. */
    forget(): Promise<void>;
  };
  randomness: Randomness;
  log: Log;
  /** Woken where systems of the broker's have to be told. */
  deliveryWorker: { wake(): void };
}

/** What became of a wish to be forgotten. */
export interface Erased {
  /** References of the leads that are gone. */
  erased: string[];
  /** References of those that are being sent: they go as soon as that is settled. */
  pending: string[];
  /** Leads from elsewhere that are gone. */
  foreign: number;
}

/** Forgets a person: marks all their leads, and erases what is not being sent. May run again and again. */
export async function eraseLeads(
  dependencies: EraseLeadsDependencies,
  { scope, person }: { scope: LeadScope; person: Person },
): Promise<Erased> {
  const { erasures } = dependencies;
  const references = await erasures.markPerson(scope, person);
  const foreign = await erasures.deleteForeign(scope, person);
  if (foreign > 0) await dependencies.database.forget();
  const pending = new Set(await eraseMarked(dependencies));
  return {
    erased: references.filter((reference) => !pending.has(reference)),
    pending: references.filter((reference) => pending.has(reference)),
    foreign,
  };
}

/** Erases whatever is marked; the references of those for which it is too early. To be run every minute. */
export async function eraseMarked(dependencies: EraseLeadsDependencies): Promise<string[]> {
  const { pending, isChanged } = await eraseSome(dependencies);
  if (isChanged) await dependencies.database.forget();
  return pending;
}

/** As many at a time as may be; the files still have them, until `database.forget` is called. */
export async function eraseSome(
  dependencies: EraseLeadsDependencies,
): Promise<{ pending: string[]; isChanged: boolean; hasMore: boolean }> {
  const { erasures, log, deliveryWorker } = dependencies;
  const pending: string[] = [];
  const marked = await erasures.listMarked();
  for (const lead of marked) {
    const isDone = await erasures.erase(lead.id, noticesOf(dependencies, lead));
    if (!isDone) pending.push(lead.reference);
    else if (lead.erasedAt === null) log.info("lead.erased", { broker: lead.brokerId, reference: lead.reference });
  }
  if (marked.some(({ told }) => told.length > 0)) deliveryWorker.wake();
  const isChanged = marked.length > pending.length;
  // What was erased lately is listed last: where there is none of it, there may be more to come.
  return { pending, isChanged, hasMore: isChanged && marked.every(({ erasedAt }) => erasedAt === null) };
}

/** Drawn up each time, stored once: the first one stands. */
function noticesOf({ randomness, database }: EraseLeadsDependencies, { id, reference, told }: MarkedLead) {
  const erasedAt = new Date(database.clock.now()).toISOString();
  return told.map((channel) => ({
    deliveryId: randomId(randomness, "delivery"),
    told: channel,
    channel: `${noticePrefix}${channel.slice("crm:".length)}`,
    body: leadErased({ id, reference }, erasedAt),
  }));
}
