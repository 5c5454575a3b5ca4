import type { Broker } from "../brokers/broker.ts";
import type { Brokers } from "../brokers/brokers.ts";
import { randomId } from "../database/random-id.ts";
import type { Log } from "../log.ts";
import type { Randomness } from "../randomness.ts";
import type { Channels } from "./channels/channel.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { DeliveriesStore } from "./deliveries.store.ts";
import type { Lane } from "./lane.ts";
import type { LanesStore } from "./lanes.store.ts";
import { noteOnLane } from "./note-on-lane.ts";
import type { Outcome, TryAgain } from "./outcome.ts";
import { settlementOf } from "./settlement-of.ts";

export interface DeliverLeadDependencies {
  deliveries: Pick<DeliveriesStore, "openAttempt" | "settle" | "clock">;
  lanes: Pick<LanesStore, "pause" | "fail" | "resume">;
  brokers: Pick<Brokers, "findById">;
  channels: Channels;
  randomness: Randomness;
  log: Log;
}

/**
 * One try: opens an attempt, sends, writes down what became of it. Should we die in between, the lease ends and the same body
 * with the same `clientIdentifier` is sent again, which makes no second lead (R20). `stop` ends the try early.
 */
export async function deliverLead(
  dependencies: DeliverLeadDependencies,
  delivery: ClaimedDelivery,
  stop?: AbortSignal,
): Promise<void> {
  const { deliveries, log } = dependencies;
  const fields = { delivery: delivery.id, broker: delivery.broker_id, channel: delivery.channel };
  // Only a delivery that is being sent has an attempt: in any other state nothing can arrive by what is done now.
  const attemptId = delivery.state === "sending" ? randomId(dependencies.randomness, "attempt") : null;
  if (attemptId !== null && !(await deliveries.openAttempt(delivery, attemptId))) {
    return log.warn("delivery.lost", fields);
  }
  const broker = dependencies.brokers.findById(delivery.broker_id);
  const tried = await tryOnce(dependencies, { delivery, broker, stop });
  const outcome = recheckCredentials(dependencies, { outcome: tried, broker });
  const settlement = settlementOf(dependencies, { delivery, outcome, attemptId });
  const settled = await settleSafely(dependencies, () => deliveries.settle(delivery, settlement));
  report(log, settled, {
    ...fields,
    state: settlement.state,
    reason: settlement.reason,
    attempts: settlement.attempts,
  });
  if (settled) await noteOnLane(dependencies, { lane: laneOf(delivery), outcome, broker, nextAt: settlement.nextAt });
}

async function tryOnce(
  { channels }: DeliverLeadDependencies,
  { delivery, broker, stop }: { delivery: ClaimedDelivery; broker: Broker | undefined; stop: AbortSignal | undefined },
): Promise<Outcome> {
  const channel = channels.find(delivery.channel);
  if (!broker || !channel) return stays(delivery, { reason: "lane-unknown", wait: "probe", counts: false });
  // The configuration has moved on: a lead from the sandbox must not reach live, nor the other way round (R13).
  if (broker.environment !== delivery.environment) {
    return delivery.state === "delivered"
      ? { state: "delivered", reason: "environment-changed" }
      : { state: "manual", reason: "environment-changed" };
  }
  const timeout = AbortSignal.timeout(channel.tryMs);
  try {
    return await channel.send(delivery, { broker, signal: stop ? AbortSignal.any([stop, timeout]) : timeout });
  } catch {
    // A fault of our own after the first byte may have left: the same again does no harm (R20).
    const outcome = { reason: "internal", wait: "backoff", counts: true } as const;
    return delivery.state === "sending" ? { state: "unknown", ...outcome } : stays(delivery, outcome);
  }
}

/** Nothing was sent, and nothing is known that was not known before. */
function stays(delivery: ClaimedDelivery, how: Pick<TryAgain, "reason" | "wait" | "counts">): Outcome {
  switch (delivery.state) {
    case "delivered":
      return { state: "delivered", reason: how.reason };
    case "search_stale":
    case "conflict":
      return { state: delivery.state, ...how };
    default:
      return { state: "deferred", ...how };
  }
}

/** Refused under credentials that have been replaced since: that says nothing of the new ones. */
function recheckCredentials(
  { brokers }: DeliverLeadDependencies,
  { outcome, broker }: { outcome: Outcome; broker: Broker | undefined },
): Outcome {
  if (outcome.state !== "blocked_creds" || !broker) return outcome;
  const current = brokers.findById(broker.id)?.credentialsVersion;
  if (current === broker.credentialsVersion) return outcome;
  return { state: "deferred", reason: "credentials-replaced", wait: "now", counts: false };
}

/** Once more where the database failed: whether or not the first note was kept, the second cannot do harm (I2). */
async function settleSafely({ log }: DeliverLeadDependencies, settle: () => Promise<boolean>): Promise<boolean> {
  try {
    return await settle();
  } catch {
    log.warn("delivery.note-repeated");
    return settle();
  }
}

function report(log: Log, settled: boolean, fields: { state: string; [field: string]: string | number | null }): void {
  if (!settled) log.warn("delivery.overtaken", fields);
  else if (fields.state === "delivered" || fields.state === "enriched") log.info("delivery.delivered", fields);
  else if (fields.state === "manual") log.error("delivery.failed", fields);
  else log.warn("delivery.failed", fields);
}

function laneOf({ broker_id: brokerId, environment, channel }: ClaimedDelivery): Lane {
  return { brokerId, environment, channel };
}
