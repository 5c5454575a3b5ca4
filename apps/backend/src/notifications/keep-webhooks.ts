import type { Broker } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { syncWebhooks, type SyncWebhooksDependencies } from "./sync-webhooks.ts";

export interface KeepWebhooksDependencies extends SyncWebhooksDependencies {
  brokers: Pick<Brokers, "all">;
  log: Log;
}

const hour = 60 * 60_000;
const week = 7 * 24 * hour;
/** The end of the sandbox's weekly reset: Mondays, 08:00 UTC (`avinode-api.md` A11). */
const someReset = Date.UTC(2026, 0, 5, 8);

/**
 * Checks the settings of every broker when that is due: once at the start of a process, and in the sandbox after each weekly
 * reset, which takes them away. Not more: the marketplace is not to be called by a clock (R16). A check that failed is repeated
 * after an hour.
 */
export function createWebhookKeeper(dependencies: KeepWebhooksDependencies): () => Promise<void> {
  const dueAt = new Map<string, number>();
  return async function keepWebhooks() {
    const now = dependencies.clock.now();
    for (const broker of dependencies.brokers.all) {
      if ((dueAt.get(broker.id) ?? now) > now) continue;
      const checked = await check(dependencies, broker);
      dueAt.set(broker.id, checked ? nextCheckAt(broker.environment, dependencies.clock) : now + hour);
    }
  };
}

async function check({ log, ...dependencies }: KeepWebhooksDependencies, broker: Broker): Promise<boolean> {
  try {
    const outcome = await syncWebhooks(dependencies, broker);
    if (outcome !== "off") log.info("webhooks.checked", { broker: broker.id, outcome });
    return true;
  } catch (error) {
    log.error("webhooks.unchecked", { broker: broker.id, cause: error instanceof Error ? error.name : "unknown" });
    return false;
  }
}

function nextCheckAt(environment: Broker["environment"], clock: Clock): number {
  if (environment === "live") return Number.POSITIVE_INFINITY;
  return someReset + Math.ceil((clock.now() + 1 - someReset) / week) * week;
}
