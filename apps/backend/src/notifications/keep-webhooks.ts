import type { Broker } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import type { Log } from "../log.ts";
import { syncWebhooks, wantedSettings, type SyncWebhooksDependencies } from "./sync-webhooks.ts";

export interface KeepWebhooksDependencies extends SyncWebhooksDependencies {
  brokers: Pick<Brokers, "all">;
  log: Log;
}

const hour = 60 * 60_000;
const week = 7 * 24 * hour;
/** The end of one of the sandbox's weekly resets: Mondays, 08:00 UTC (`avinode-api.md` A11). */
const someReset = Date.UTC(2026, 0, 5, 8);

/**
 * Checks the settings of every broker when that is due: where there are none, where ours have changed, and after each weekly
 * reset, which takes them away in the sandbox. Not more: the marketplace is not to be called by a clock (R16). A check that
 * failed is repeated after an hour. Throws nothing.
 */
export function createWebhookKeeper(dependencies: KeepWebhooksDependencies): () => Promise<void> {
  /** Until then a broker is not looked at, milliseconds since the epoch. */
  const quietUntil = new Map<string, number>();
  return async function keepWebhooks() {
    const now = dependencies.clock.now();
    for (const broker of dependencies.brokers.all) {
      if (now < (quietUntil.get(broker.id) ?? 0)) continue;
      quietUntil.set(broker.id, (await check(dependencies, { broker, now })) ? lastReset(now) + week : now + hour);
    }
  };
}

async function check(
  { log, ...dependencies }: KeepWebhooksDependencies,
  { broker, now }: { broker: Broker; now: number },
): Promise<boolean> {
  try {
    if (!(await isDue(dependencies, { broker, now }))) return true;
    const outcome = await syncWebhooks(dependencies, broker);
    log.info("webhooks.checked", { broker: broker.id, outcome });
    return true;
  } catch (error) {
    log.error("webhooks.unchecked", { broker: broker.id, cause: error instanceof Error ? error.name : "unknown" });
    return false;
  }
}

async function isDue(
  { webhookSettings, fingerprint, publicUrl }: SyncWebhooksDependencies,
  { broker, now }: { broker: Broker; now: number },
): Promise<boolean> {
  const wanted = wantedSettings(broker, publicUrl);
  if (!wanted) return false;
  const known = await webhookSettings.find({ brokerId: broker.id, environment: broker.environment });
  if (!known || !fingerprint(JSON.stringify(wanted)).includes(known.fingerprint)) return true;
  return Date.parse(known.checkedAt) < lastReset(now);
}

function lastReset(now: number): number {
  return someReset + Math.floor((now - someReset) / week) * week;
}
