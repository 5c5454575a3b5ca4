import { AvinodeError, type ReadLead } from "@liftline/api-client/avinode";
import type { Broker } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import { DomainError } from "../domain-error.ts";
import type { Log } from "../log.ts";
import { randomFraction, type Randomness } from "../randomness.ts";
import { delayAfter, limitMs, probeMs } from "./notification-schedule.ts";
import type { ClaimedNotification, Ending, NotificationsStore } from "./notifications.store.ts";
import { placeOf } from "./place-of.ts";
import { takeLead, type TakeLeadDependencies } from "./take-lead.ts";

export interface ProcessNotificationDependencies extends TakeLeadDependencies {
  notifications: Pick<NotificationsStore, "finish" | "postpone" | "holdBack" | "clock">;
  brokers: Pick<Brokers, "findById">;
  marketplaceUrl: string;
  randomness: Randomness;
  log: Log;
}

/** What a look came to. */
export type Look = Ending | { reason: string; againMs: number; counts: boolean };

/** How long a look may take, in milliseconds, waiting for the call budget included; shorter than its lease. */
const lookMs = 40_000;
/** For a broker whom the configuration does not name now. */
const absentMs = 60 * 60_000;

/**
 * Looks at what a notification points at. What it says by then is the truth, however often it was announced; what is
 * announced while we look makes it due again. Should we die in between, the lease ends and somebody looks again.
 */
export async function processNotification(
  dependencies: ProcessNotificationDependencies,
  claimed: ClaimedNotification,
  stop?: AbortSignal,
): Promise<void> {
  try {
    await note(dependencies, claimed, await lookAt(dependencies, claimed, stop));
  } catch (error) {
    // The database is away: the lease ends, and somebody looks again.
    if (error instanceof DomainError) throw error;
    dependencies.log.error("notification.failed", { broker: claimed.broker_id, cause: nameOf(error) });
    await note(dependencies, claimed, again(dependencies, { claimed, reason: "internal" }));
  }
}

/** Writes down what a look came to. */
async function note(
  { notifications, log }: ProcessNotificationDependencies,
  claimed: ClaimedNotification,
  look: Look,
): Promise<void> {
  const fields = { broker: claimed.broker_id, reason: look.reason };
  if (!("againMs" in look)) {
    const finished = await notifications.finish(claimed, look);
    return finished ? log.info("notification.processed", fields) : log.warn("notification.overtaken", fields);
  }
  const until = new Date(notifications.clock.now() + look.againMs).toISOString();
  const attempts = claimed.attempts + (look.counts ? 1 : 0);
  await notifications.postpone(claimed, { until, reason: look.reason, attempts });
  if (holdsAll.has(look.reason)) {
    await notifications.holdBack({ brokerId: claimed.broker_id, environment: claimed.environment }, until);
  }
  log.warn("notification.postponed", { ...fields, attempts });
}

/** What says nothing of this notification but something of all calls of the broker. */
const holdsAll = new Set(["credentials", "permission", "limited"]);

async function lookAt(
  dependencies: ProcessNotificationDependencies,
  claimed: ClaimedNotification,
  stop: AbortSignal | undefined,
): Promise<Look> {
  const broker = dependencies.brokers.findById(claimed.broker_id);
  if (!broker) return { reason: "broker-unknown", againMs: absentMs, counts: false };
  // Asked again here: the configuration may have moved on since it was saved (R13, R26).
  if (broker.environment !== claimed.environment) return { reason: "environment-changed" };
  const { href } = claimed;
  if (href === null || placeOf(href, dependencies.marketplaceUrl) !== "ours") return { reason: "elsewhere" };
  const timeout = AbortSignal.timeout(lookMs);
  const signal = stop ? AbortSignal.any([stop, timeout]) : timeout;
  try {
    return await takeLead(dependencies, { broker, lead: await readLead(broker, href, signal) });
  } catch (error) {
    if (!(error instanceof AvinodeError)) throw error;
    return afterFailure(dependencies, claimed, error);
  }
}

function readLead(broker: Broker, href: string, signal: AbortSignal): Promise<ReadLead> {
  return broker.marketplace.leads.read(href, { signal });
}

function afterFailure(
  dependencies: ProcessNotificationDependencies,
  claimed: ClaimedNotification,
  { reason, retryAfterMs }: AvinodeError,
): Look {
  if (reason === "limited") return { reason, againMs: limitMs(retryAfterMs), counts: false };
  // Its owner has to do something; until then one look is enough to know.
  if (reason === "credentials" || reason === "permission") return { reason, againMs: probeMs, counts: false };
  if (reason === "aborted") return { reason, againMs: 0, counts: false };
  return again(dependencies, { claimed, reason });
}

/** Later, as long as there is hope. */
function again(
  { randomness, log }: ProcessNotificationDependencies,
  { claimed, reason }: { claimed: ClaimedNotification; reason: string },
): Look {
  const fraction = randomFraction(randomness);
  const againMs = delayAfter({ attempts: claimed.attempts + 1, fraction, isMissing: reason === "not-found" });
  if (againMs !== null) return { reason, againMs, counts: true };
  log.error("notification.given-up", { broker: claimed.broker_id, reason });
  return { reason: reason === "not-found" ? "gone" : `given-up: ${reason}` };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
