import type { AvinodeActivityRequest, AvinodeMessage, AvinodeScheduleRequest } from "@liftline/schema/avinode";
import { findAirport, type Airport } from "../world/airports.ts";
import { isCurrency } from "../world/currencies.ts";
import { readMinute } from "./read-minute.ts";

/** An activity that can be stored. */
export interface Activity {
  /** Its place in the upload, for messages. */
  index: number;
  request: AvinodeActivityRequest;
  from: Airport;
  to: Airport;
  startsAt: number;
  endsAt: number;
}

export interface CheckedSchedule {
  /** Any of them: nothing at all is stored. */
  errors: AvinodeMessage[];
  /** The rest is stored; what they say of an activity holds for it alone. */
  warnings: AvinodeMessage[];
  /** By start. Those that a warning leaves out are missing. */
  activities: Activity[];
}

const longestType = 20;
const longestDescription = 255;

/** What the marketplace says of an upload. That errors and warnings differ like this is of seed 004; most codes are ours. */
export function checkSchedule({ activities }: AvinodeScheduleRequest, now: number): CheckedSchedule {
  const errors: AvinodeMessage[] = findRepeats(activities);
  const warnings: AvinodeMessage[] = [];
  const read = activities.flatMap((request, index) => readActivity(request, index, { errors, warnings }) ?? []);
  const sorted = read.toSorted((one, other) => one.startsAt - other.startsAt || one.index - other.index);
  warnings.push(...compareNeighbours(sorted));
  if (!sorted.some(({ endsAt }) => endsAt <= now)) {
    warnings.push(message("POSITION_UNKNOWN", "No activity has ended: the position is not known", "activities"));
  }
  return { errors, warnings, activities: errors.length > 0 ? [] : sorted };
}

export function message(code: string, title: string, path: string): AvinodeMessage {
  return { title, code, path };
}

function findRepeats(activities: AvinodeActivityRequest[]): AvinodeMessage[] {
  const seen = new Set<string>();
  return activities.flatMap(({ activityId }, index) => {
    const isRepeat = seen.has(activityId);
    seen.add(activityId);
    const path = `activities[${index}].activityId`;
    return isRepeat ? [message("ACTIVITY_ID_NOT_UNIQUE", "Two activities have this id", path)] : [];
  });
}

function readActivity(
  request: AvinodeActivityRequest,
  index: number,
  into: { errors: AvinodeMessage[]; warnings: AvinodeMessage[] },
): Activity | undefined {
  const path = `activities[${index}]`;
  const fault = (field: string, code = "ERR_INPUT_GENERIC_INVALID") =>
    void into.errors.push(message(code, `Invalid value for field: ${path}.${field}`, `${path}.${field}`));
  const from = find(request.startAirport);
  const to = find(request.endAirport);
  const startsAt = readMinute(request.startDateTime);
  const endsAt = readMinute(request.endDateTime);
  if (!from) fault("startAirport", "START_AIRPORT_INVALID");
  if (!to) fault("endAirport", "END_AIRPORT_INVALID");
  if (startsAt === undefined) fault("startDateTime");
  if (endsAt === undefined) fault("endDateTime");
  if (request.activityType.length > longestType) fault("activityType");
  if (!from || !to || startsAt === undefined || endsAt === undefined) return undefined;
  if (endsAt <= startsAt) {
    into.warnings.push(
      message("ACTIVITY_OMITTED", "The activity ends before it starts: left out", `${path}.endDateTime`),
    );
    return undefined;
  }
  return { index, request: mend(request, path, into.warnings), from, to, startsAt, endsAt };
}

/** Without the parts that cannot be used; the activity itself stays. */
function mend(request: AvinodeActivityRequest, path: string, warnings: AvinodeMessage[]): AvinodeActivityRequest {
  const mended = { ...request };
  const drop = (field: "flightRegulationsDescription" | "price" | "tripId", code: string, title: string) => {
    delete mended[field];
    warnings.push(message(code, title, `${path}.${field}`));
  };
  if ((request.flightRegulationsDescription?.length ?? 0) > longestDescription) {
    drop("flightRegulationsDescription", "DESCRIPTION_TOO_LONG", "Longer than 255 characters: left out");
  }
  if (request.price !== undefined && !isCurrency(request.currency ?? "")) {
    drop("price", "CURRENCY_INVALID", "The currency is unknown: the price is left out");
  }
  // The number alone: the documented exception to "never take an id apart" (seed 004).
  if (request.tripId && !/^\d+$/.test(request.tripId)) drop("tripId", "TRIP_ID_INVALID", "Not a number: left out");
  if (request.services) {
    mended.services = request.services.filter((service, index) => {
      const isKnown = find(service.airport) !== undefined;
      const at = `${path}.services[${index}].airport`;
      if (!isKnown) warnings.push(message("SERVICE_AIRPORT_INVALID", "The airport is unknown: left out", at));
      return isKnown;
    });
  }
  return mended;
}

/** Overlaps and jumps are stored, but are worth a word; gaps in time mean "on the ground, to be had". */
function compareNeighbours(sorted: Activity[]): AvinodeMessage[] {
  return sorted.slice(1).flatMap((next, before) => {
    const previous = sorted[before];
    const path = `activities[${next.index}]`;
    const found: AvinodeMessage[] = [];
    if (previous === undefined) return found;
    if (next.startsAt < previous.endsAt) {
      found.push(message("ACTIVITY_OVERLAP", "Overlaps the activity before", `${path}.startDateTime`));
    }
    if (next.from !== previous.to) {
      found.push(message("SCHEDULE_NOT_CONTINUOUS", "Starts where none has ended", `${path}.startAirport`));
    }
    return found;
  });
}

function find({ icao, iata, faa }: AvinodeActivityRequest["startAirport"]): Airport | undefined {
  return findAirport(icao || iata || faa || "");
}
