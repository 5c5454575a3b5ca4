import type { Brokers } from "../brokers/brokers.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { randomId } from "../database/random-id.ts";
import { randomFraction, type Randomness } from "../randomness.ts";
import { sendToMarketplace, type Receipt } from "./channels/marketplace.ts";
import type { ClaimedDelivery, DeliveriesStore, Settlement } from "./deliveries.store.ts";
import { nextTryAt } from "./delivery-schedule.ts";
import { outcomeOf, type Outcome } from "./outcome-of.ts";

export interface DeliverLeadDependencies {
  deliveries: DeliveriesStore;
  brokers: Pick<Brokers, "findById">;
  clock: Clock;
  randomness: Randomness;
  log: Log;
}

/**
 * One try: opens an attempt, sends, writes down what became of it. Should we die in between, the lease ends and the same body
 * with the same `clientIdentifier` is sent again, which makes no second lead (R20).
 */
export async function deliverLead(dependencies: DeliverLeadDependencies, delivery: ClaimedDelivery): Promise<void> {
  const { deliveries, log } = dependencies;
  const attemptId = randomId(dependencies.randomness, "attempt");
  const fields = { delivery: delivery.id, broker: delivery.broker_id, channel: delivery.channel };
  if (!(await deliveries.openAttempt(delivery, attemptId))) return log.warn("delivery.lost", fields);

  const settlement = await settlementOf(dependencies, { delivery, attemptId });
  const settled = await deliveries.settle(delivery, settlement);
  const { state, reason, attempts } = settlement;
  if (!settled) log.warn("delivery.overtaken", { ...fields, state });
  else if (state === "delivered") log.info("delivery.delivered", { ...fields, attempts });
  else log[state === "manual" ? "error" : "warn"]("delivery.failed", { ...fields, state, reason, attempts });
}

async function settlementOf(
  dependencies: DeliverLeadDependencies,
  { delivery, attemptId }: { delivery: ClaimedDelivery; attemptId: string },
): Promise<Settlement> {
  const result = await send(dependencies, delivery);
  if ("externalId" in result) {
    return { attemptId, state: "delivered", reason: null, attempts: delivery.attempts, nextAt: null, ...result };
  }
  if (result.state === "manual") {
    return { attemptId, state: "manual", reason: result.reason, attempts: delivery.attempts, nextAt: null };
  }
  const nextAt = nextTryAt({
    attempts: delivery.attempts,
    createdAt: Date.parse(delivery.created_at),
    now: dependencies.clock.now(),
    fraction: randomFraction(dependencies.randomness),
    wait: result.wait,
  });
  const attempts = delivery.attempts - (result.counts ? 0 : 1);
  if (nextAt === null) return { attemptId, state: "manual", reason: `too-late: ${result.reason}`, attempts, nextAt };
  return { attemptId, state: result.state, reason: result.reason, attempts, nextAt: new Date(nextAt).toISOString() };
}

async function send({ brokers }: DeliverLeadDependencies, delivery: ClaimedDelivery): Promise<Receipt | Outcome> {
  const broker = brokers.findById(delivery.broker_id);
  if (!broker) return { state: "deferred", reason: "broker-unknown", wait: "backoff", counts: true };
  // The configuration has moved on: a lead from the sandbox must not reach live, nor the other way round (R13).
  if (broker.environment !== delivery.environment) return { state: "manual", reason: "environment-changed" };
  try {
    return await sendToMarketplace(broker.marketplace, delivery.body);
  } catch (error) {
    return outcomeOf(error);
  }
}
