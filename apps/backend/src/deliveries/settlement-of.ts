import type { Clock } from "../clock.ts";
import { randomFraction, type Randomness } from "../randomness.ts";
import type { Channels } from "./channels/channel.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { Settlement } from "./deliveries.store.ts";
import { delayBefore, patientSchedule } from "./delivery-schedule.ts";
import type { Arrived, Outcome, TryAgain } from "./outcome.ts";

interface Tried {
  delivery: ClaimedDelivery;
  outcome: Outcome;
  attemptId: string | null;
}

interface Means {
  deliveries: { clock: Clock };
  channels: Channels;
  randomness: Randomness;
}

/** What is written down of a try: the state it leads to, and when somebody has to look again. */
export function settlementOf(means: Means, tried: Tried): Settlement {
  const { delivery, outcome, attemptId } = tried;
  const base = { attemptId, reason: outcome.reason, attempts: delivery.attempts };
  switch (outcome.state) {
    case "delivered":
    case "enriched":
      return { ...base, ...arrival(means, delivery, outcome), attempts: delivery.attempts + (attemptId ? 1 : 0) };
    case "accepted": {
      const { body, searchHashes, detail } = outcome;
      const nextAt = stamp(means.deliveries.clock.now());
      return { ...base, state: "accepted", nextAt, renewal: { body, searchHashes }, detail };
    }
    case "manual":
      return { ...base, ...forAPerson(means, delivery) };
    default:
      return again(means, { ...tried, outcome });
  }
}

function arrival({ deliveries }: Means, delivery: ClaimedDelivery, arrived: Arrived) {
  const { state, externalId, sellers, answer, askAgainMs = null } = arrived;
  return {
    state,
    nextAt: askAgainMs === null ? null : stamp(deliveries.clock.now() + askAgainMs),
    giveUpAt: null,
    alertAt: null,
    ...(delivery.state === "delivered" && { reads: delivery.reads + 1 }),
    ...(externalId !== undefined && { externalId }),
    ...(sellers !== undefined && { sellers }),
    ...(answer !== undefined && { answer }),
  };
}

/** The broker hears of it at once. */
function forAPerson({ deliveries }: Means, { channel }: ClaimedDelivery) {
  const alertAt = channel.startsWith("email-") ? null : stamp(deliveries.clock.now());
  return { state: "manual" as const, nextAt: null, giveUpAt: null, alertAt };
}

function again(means: Means, { delivery, outcome, attemptId }: Tried & { outcome: TryAgain }): Settlement {
  const { deliveries, channels, randomness } = means;
  const attempts = delivery.attempts + (outcome.counts ? 1 : 0);
  const schedule = channels.find(delivery.channel)?.schedule ?? patientSchedule;
  const delayMs = delayBefore({ schedule, attempts, fraction: randomFraction(randomness), wait: outcome.wait });
  const nextAt = stamp(deliveries.clock.now() + delayMs);
  if (delivery.give_up_at !== null && nextAt > delivery.give_up_at) {
    return { attemptId, reason: `too-late: ${outcome.reason}`, attempts, ...forAPerson(means, delivery) };
  }
  return { attemptId, state: outcome.state, reason: outcome.reason, attempts, nextAt };
}

function stamp(ms: number): string {
  return new Date(ms).toISOString();
}
