import type { AvinodeMessage } from "@liftline/schema/avinode";
import type { SandboxConnection } from "../connections.ts";
import { longestWindowMs } from "../empty-legs/read-published.ts";
import { message, type Activity } from "./check-schedule.ts";
import { equivalentOf } from "./equivalents.ts";
import { readMinute } from "./read-minute.ts";

/** An activity that goes on the market as an empty leg. */
export interface MarketedActivity extends Activity {
  /** The window it is marketed for, or the flight itself. */
  opensAt: number;
  closesAt: number;
}

/** Windows this close, for the same way, count as one that was cut in pieces. */
const chainGapMs = 86_400_000;

/**
 * Which activities of a schedule reach the market (seed 004): none that is marketed for more than five days, one of two whose windows
 * overlap, and no chain of legs that makes a longer window out of several. The verified one goes first, then the earlier.
 */
export function marketActivities(
  activities: Activity[],
  connection: SandboxConnection,
): { marketed: MarketedActivity[]; warnings: AvinodeMessage[] } {
  const warnings: AvinodeMessage[] = [];
  const marketed: MarketedActivity[] = [];
  const candidates = activities
    .filter(({ request }) => equivalentOf(request.activityType, connection) === "Empty Leg Availability")
    .map((activity) => withWindow(activity, warnings))
    .sort((one, other) => verified(other) - verified(one) || one.opensAt - other.opensAt);
  for (const candidate of candidates) {
    const fault = faultOf(candidate, marketed);
    if (fault === undefined) marketed.push(candidate);
    else warnings.push(message(fault.code, fault.title, `activities[${candidate.index}].marketingStartDateTime`));
  }
  return { marketed, warnings };
}

function withWindow(activity: Activity, warnings: AvinodeMessage[]): MarketedActivity {
  const { marketingStartDateTime: start, marketingEndDateTime: end } = activity.request;
  const opensAt = start === undefined ? activity.startsAt : readMinute(start);
  const closesAt = end === undefined ? activity.endsAt : readMinute(end);
  if (opensAt !== undefined && closesAt !== undefined && opensAt < closesAt) return { ...activity, opensAt, closesAt };
  const path = `activities[${activity.index}].marketingStartDateTime`;
  warnings.push(message("MARKETING_TIME_INVALID", "Not a window: the flight's own times are used", path));
  return { ...activity, opensAt: activity.startsAt, closesAt: activity.endsAt };
}

function faultOf(leg: MarketedActivity, marketed: MarketedActivity[]): { code: string; title: string } | undefined {
  if (leg.closesAt - leg.opensAt > longestWindowMs) {
    return { code: "MARKETING_SPAN_TOO_LONG", title: "More than five days: not on the market" };
  }
  if (marketed.some((other) => leg.opensAt < other.closesAt && other.opensAt < leg.closesAt)) {
    return { code: "MARKETING_OVERLAP", title: "Overlaps another leg of the aircraft: not on the market" };
  }
  const isChained = marketed.some(
    (other) =>
      leg.from === other.from &&
      leg.to === other.to &&
      Math.max(leg.opensAt - other.closesAt, other.opensAt - leg.closesAt) < chainGapMs,
  );
  return isChained ? { code: "MARKETING_CHAIN", title: "Prolongs another leg: not on the market" } : undefined;
}

function verified({ request }: Activity): number {
  return request.marketingVerified ? 1 : 0;
}
