import type { Broker } from "../brokers/broker.ts";
import type { Log } from "../log.ts";
import type { Lane } from "./lane.ts";
import type { LanesStore } from "./lanes.store.ts";
import type { Outcome } from "./outcome.ts";

/** Keeps for the others of the lane what a try taught: refused credentials, a limit, an outage, or that it works. */
export async function noteOnLane(
  { lanes, log }: { lanes: Pick<LanesStore, "pause" | "fail" | "resume">; log: Log },
  by: { lane: Lane; outcome: Outcome; broker: Broker | undefined; nextAt: string | null },
): Promise<void> {
  const { lane, outcome, broker, nextAt } = by;
  try {
    const sign = signOf(outcome);
    switch (sign) {
      case "credentials":
      case "limited": {
        const credentials = broker?.credentialsVersion ?? null;
        if (nextAt !== null) await lanes.pause(lane, { until: nextAt, reason: sign, credentials });
        return;
      }
      case "failed":
        return await lanes.fail(lane);
      case "works":
        return await lanes.resume(lane);
      default:
    }
  } catch {
    // Only the pace depends on it; the delivery itself is settled.
    log.warn("delivery.lane-not-noted", { broker: lane.brokerId, channel: lane.channel });
  }
}

/** Whoever refuses one lead for what it is, works. */
function signOf(outcome: Outcome): "credentials" | "limited" | "failed" | "works" | "none" {
  if ("lane" in outcome && outcome.lane) return outcome.lane;
  const works = ["delivered", "enriched", "search_stale", "conflict"];
  return works.includes(outcome.state) ? "works" : "none";
}
