import type { Clock } from "../clock.ts";
import type { Mailer } from "../deliveries/channels/mail/mailer.ts";
import { renderIdle } from "../deliveries/channels/mail/idle-mail.tsx";
import type { Log } from "../log.ts";
import type { Broker } from "./broker.ts";
import type { Brokers } from "./brokers.ts";
import type { ConnectionsStore } from "./connections.store.ts";

export interface WatchConnectionsDependencies {
  connections: Pick<ConnectionsStore, "lastSuccess" | "claimTelling">;
  brokers: Pick<Brokers, "all">;
  mailer: Mailer | null;
  clock: Clock;
  log: Log;
}

const dayMs = 24 * 60 * 60_000;
/** The marketplace ends a connection that is not used for 60 days (`reliability.md` §4, case 11). */
export const endsAfterDays = 60;
const tellAfterDays = [55, 45, 30];
const sendMs = 45_000;

/**
 * Tells of connections that have not worked for 30, 45 and 55 days, once each: always in the log, and by mail where that can
 * be. It calls nobody to keep them alive: the marketplace is not to be called by a clock (R16). Throws nothing.
 */
export async function watchConnections(dependencies: WatchConnectionsDependencies): Promise<void> {
  for (const broker of dependencies.brokers.all) {
    try {
      await watch(dependencies, broker);
    } catch (error) {
      const cause = error instanceof Error ? error.name : "unknown";
      dependencies.log.error("connection.unwatched", { broker: broker.id, cause });
    }
  }
}

async function watch({ connections, mailer, clock, log }: WatchConnectionsDependencies, broker: Broker): Promise<void> {
  const scope = { brokerId: broker.id, environment: broker.environment };
  const lastSuccess = await connections.lastSuccess(scope);
  const silentDays = Math.floor((clock.now() - Date.parse(lastSuccess)) / dayMs);
  const days = tellAfterDays.find((count) => count <= silentDays);
  if (days === undefined || !(await connections.claimTelling(scope, { days, lastSuccess }))) return;
  log.warn("connection.idle", { broker: broker.id, environment: broker.environment, days: silentDays });
  if (!mailer || !broker.notify) return;
  const mail = renderIdle({ silentDays, endsAfterDays, lastSuccess }, broker);
  const id = `idle-${broker.id}-${days}-${Date.parse(lastSuccess)}`;
  const outcome = await mailer.send({ ...mail, id, to: broker.notify.email }, AbortSignal.timeout(sendMs));
  if (outcome.state !== "delivered") log.error("connection.idle-untold", { broker: broker.id, reason: outcome.reason });
}
