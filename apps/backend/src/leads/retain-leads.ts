import type { Brokers } from "../brokers/brokers.ts";
import { eraseSome, type EraseLeadsDependencies } from "./erase-leads.ts";

export interface RetainLeadsDependencies extends EraseLeadsDependencies {
  brokers: Pick<Brokers, "all">;
}

const dayMs = 24 * 60 * 60_000;
/** How long an `Idempotency-Key` has its answer. */
const keysForDays = 30;
/** How long a notification is kept once there is nothing to do with it (`reliability.md` §4). */
const pointersForDays = 7;

/** Erases what is marked, and marks what was kept long enough: leads are kept as long as their broker keeps them, counted from when nothing was left to do with them, and no longer (R21). */
export async function retainLeads(dependencies: RetainLeadsDependencies): Promise<void> {
  const { erasures, brokers, database } = dependencies;
  const before = (days: number) => new Date(database.clock.now() - days * dayMs).toISOString();
  let foreign = 0;
  for (const { id, environment, settings } of brokers.all) {
    const scope = { brokerId: id, environment };
    const cutoff = before(settings.retentionDays);
    for (let count = 1; count > 0;) count = await erasures.markFinished(scope, cutoff);
    foreign += await erasures.deleteForeign(scope, { cutoff });
  }
  const isChanged = await eraseAll(dependencies);
  await erasures.deleteKeys(before(keysForDays));
  const pointers = await erasures.deletePointers(before(pointersForDays));
  // Once, however much it was: it may write the whole file anew.
  if (isChanged || foreign + pointers > 0) await database.forget();
}

/** Whether anything was erased. Should we die on the way, what is marked goes a minute later. */
async function eraseAll(dependencies: RetainLeadsDependencies): Promise<boolean> {
  let some = await eraseSome(dependencies);
  let { isChanged } = some;
  while (some.hasMore) {
    some = await eraseSome(dependencies);
    isChanged ||= some.isChanged;
  }
  return isChanged;
}
