import type { Brokers } from "../brokers/brokers.ts";
import type { Broker } from "../brokers/broker.ts";
import { randomId } from "../database/random-id.ts";
import type { Log } from "../log.ts";
import type { Randomness } from "../randomness.ts";
import type { Channel, Channels } from "./channels/channel.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { DeliveriesStore } from "./deliveries.store.ts";
import { probeMs } from "./delivery-schedule.ts";
import { laneKey, type Lane } from "./lane.ts";
import type { DueLane, LanesStore } from "./lanes.store.ts";

/** How long a claim holds, in milliseconds: longer than a try can take, short enough to resume soon after a crash. */
export const leaseMs = 60_000;

export interface DeliveryQueueDependencies {
  deliveries: Pick<DeliveriesStore, "claim" | "clock">;
  lanes: Pick<LanesStore, "list">;
  brokers: Pick<Brokers, "findById">;
  channels: Channels;
  randomness: Randomness;
  log: Log;
}

/** A lane of which something may be claimed now. */
export interface ReadyLane extends Lane {
  key: string;
  /** Tries at a time. */
  concurrency: number;
}

export interface DeliveryQueue {
  /** What may be claimed now, each lane once, the one served last at the end; and milliseconds until that may change. */
  look(): Promise<{ ready: ReadyLane[]; waitMs: number }>;
  /** The oldest due delivery of the lane; nothing where somebody was faster, or its call budget is spent. */
  claim(lane: Lane): Promise<ClaimedDelivery | undefined>;
}

/** Who is next: round robin over lanes, so that nobody's outage or backlog holds up another broker; in a lane the oldest. */
export function createDeliveryQueue(dependencies: DeliveryQueueDependencies): DeliveryQueue {
  const { deliveries, lanes, log } = dependencies;
  const missing = new Set<string>();
  let servedLast = "";

  return {
    async look() {
      const ready: ReadyLane[] = [];
      let waitMs = Number.POSITIVE_INFINITY;
      for (const lane of await lanes.list()) {
        const key = laneKey(lane);
        const party = findParty(dependencies, lane);
        if (!party) {
          // Left as it is: it goes on when the broker is back, and becomes a person's when it is too old.
          if (!missing.has(key)) log.error("delivery.lane-unknown", { broker: lane.brokerId, channel: lane.channel });
          missing.add(key);
          continue;
        }
        const laneWaitMs = waitOf(lane, { ...party, now: deliveries.clock.now() });
        if (laneWaitMs <= 0) ready.push({ ...lane, key, concurrency: party.channel.concurrency });
        else waitMs = Math.min(waitMs, laneWaitMs);
      }
      return { ready: inTurn(ready, servedLast), waitMs };
    },

    async claim(lane) {
      const party = findParty(dependencies, lane);
      if (!party || (party.channel.waitMs?.(party.broker) ?? 0) > 0) return undefined;
      servedLast = laneKey(lane);
      const now = deliveries.clock.now();
      return deliveries.claim({
        lane,
        lease: { id: randomId(dependencies.randomness, "lease"), until: new Date(now + leaseMs).toISOString() },
        credentials: party.broker.credentialsVersion,
        nextProbeAt: new Date(now + probeMs).toISOString(),
      });
    },
  };
}

function findParty(
  { brokers, channels }: Pick<DeliveryQueueDependencies, "brokers" | "channels">,
  lane: Lane,
): { broker: Broker; channel: Channel } | undefined {
  const broker = brokers.findById(lane.brokerId);
  const channel = channels.find(lane.channel);
  return broker && channel && { broker, channel };
}

/** Milliseconds until something of the lane may be claimed. */
function waitOf(lane: DueLane, { broker, channel, now }: { broker: Broker; channel: Channel; now: number }): number {
  const isRefused = lane.pausedFor === "credentials" && lane.credentials === broker.credentialsVersion;
  const isPaused = lane.pausedFor !== null && (lane.pausedFor !== "credentials" || isRefused);
  const pauseMs = isPaused && lane.pausedUntil !== null ? lane.pausedUntil - now : 0;
  return Math.max(lane.dueAt - now, pauseMs, channel.waitMs?.(broker) ?? 0);
}

function inTurn(lanes: ReadyLane[], servedLast: string): ReadyLane[] {
  const sorted = lanes.toSorted((left, right) => (left.key < right.key ? -1 : 1));
  const next = sorted.findIndex(({ key }) => key > servedLast);
  return next <= 0 ? sorted : [...sorted.slice(next), ...sorted.slice(0, next)];
}
