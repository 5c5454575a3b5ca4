import { AvinodeScheduleRequest } from "@liftline/schema/avinode";
import { sellerOf } from "../empty-legs/publish-leg.ts";
import type { Call, Endpoint } from "../http/endpoint.ts";
import { parseBody } from "../http/parse-body.ts";
import { forbidden, limited } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { tellWatches } from "../watches/tell-watches.ts";
import type { Aircraft } from "../world/fleet.ts";
import { checkSchedule, type Activity } from "./check-schedule.ts";
import { equivalentOf } from "./equivalents.ts";
import { marketActivities } from "./market-activities.ts";
import { publishActivities } from "./publish-activities.ts";

/** The whole schedule of one aircraft. */
export interface StoredSchedule {
  connection: string;
  tail: string;
  activities: Activity[];
  /** Those that keep the aircraft from being hired, as the seller's table has it. */
  occupied: Activity[];
  uploadedAt: number;
}

const intervalMs = 5 * 60_000;
/** A caller's clock and ours do not tick alike. */
const graceMs = 5_000;

/** `PUT /schedules` (avinode-api.md B13): replaces everything that was known of the aircraft. */
export const putSchedule: Endpoint = {
  operation: "schedules.put",
  method: "put",
  path: "/schedules",
  answer: (call, state) => {
    const request = parseBody(AvinodeScheduleRequest, call.body);
    const aircraft = findAircraft(request.lift.aircraftTail, call, state);
    holdBack(aircraft, call, state);
    const checked = checkSchedule(request, call.now);
    const data = { type: "schedules" };
    if (checked.errors.length > 0) return { data, errors: checked.errors, warnings: checked.warnings };
    const { activities } = checked;
    const { tail } = aircraft;
    const occupied = activities.filter(({ request }) => {
      return /occupied/i.test(equivalentOf(request.activityType, call.connection));
    });
    const connection = call.connection.name;
    state.legs.schedules.set(tail, { connection, tail, activities, occupied, uploadedAt: call.now });
    const { marketed, warnings } = marketActivities(activities, call.connection);
    publishActivities(marketed, { aircraft, connection, state });
    tellWatches(state);
    return { data, warnings: [...checked.warnings, ...warnings] };
  },
};

/** Exactly as the marketplace has it; an aircraft that the company does not market is 403 (A10: "tail not set up"). */
function findAircraft(tail: string, { connection }: Call, state: State): Aircraft {
  const company = sellerOf(connection, state);
  const aircraft = state.fleet.find((known) => known.tail === tail && known.operator === company);
  if (aircraft === undefined) throw forbidden();
  return aircraft;
}

/** Every upload counts, those that were refused as well. */
function holdBack({ tail }: Aircraft, { now }: Call, state: State): void {
  const waitMs = (state.legs.uploads.get(tail) ?? Number.NEGATIVE_INFINITY) + intervalMs - now;
  if (waitMs > graceMs) throw limited(429, { calls: 1, resetSeconds: Math.ceil(waitMs / 1000) });
  state.legs.uploads.set(tail, now);
}
