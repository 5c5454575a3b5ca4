import type { AvinodeAirportReference, AvinodeSearchRequest, AvinodeSegmentRequest } from "@liftline/schema/avinode";
import { invalid, unprocessable } from "../http/refusal.ts";
import { instantOf } from "../routing/local-time.ts";
import type { AskedLeg } from "../routing/plan-trip.ts";
import { findAirport, type Airport } from "../world/airports.ts";

const dayMs = 86_400_000;

/** The legs asked for, or the refusal that names the first bad one. */
export function readLegs(request: AvinodeSearchRequest, now: number): AskedLeg[] {
  const legs = request.segments.map((segment, index) => readLeg(segment, `segments[${index}]`));
  for (const [index, leg] of legs.entries()) {
    refusePast(leg.at, now, `segments[${index}].dateTime`);
  }
  return legs;
}

/** A day of grace: a morning that has passed at home may be today elsewhere. */
export function refusePast(at: number, now: number, path: string): void {
  if (at < now - dayMs) throw unprocessable("DATE_INVALID", "The date is in the past", path);
}

function readLeg(segment: AvinodeSegmentRequest, path: string): AskedLeg {
  const from = readAirport(segment.startAirport, { code: "START_AIRPORT_INVALID", path: `${path}.startAirport` });
  const to = readAirport(segment.endAirport, { code: "END_AIRPORT_INVALID", path: `${path}.endAirport` });
  if (!/^\d{1,3}$/.test(segment.paxCount)) throw invalid(`field: ${path}.paxCount`, `${path}.paxCount`);
  const means = segment.dateTime.departure ? "departure" : "arrival";
  const at = readTime(segment.dateTime, (means === "departure" ? from : to).zone, `${path}.dateTime`);
  return { from, to, at, means, passengers: Number(segment.paxCount), timeTbd: segment.timeTBD ?? false };
}

function readAirport(reference: AvinodeAirportReference, fault: { code: string; path: string }): Airport {
  const code = reference.icao ?? reference.iata ?? reference.faa;
  const airport = code === undefined ? undefined : findAirport(code);
  if (airport === undefined) throw unprocessable(fault.code, "The airport is unknown", fault.path);
  return airport;
}

/** The instant that is meant, or the refusal of what is no date or time. */
export function readTime(asked: AvinodeSegmentRequest["dateTime"], zone: string, path: string): number {
  const { date, time, local } = asked;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw invalid(`field: ${path}.date`, `${path}.date`);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw invalid(`field: ${path}.time`, `${path}.time`);
  try {
    return instantOf({ date, time, zone: local ? zone : "UTC" });
  } catch {
    throw invalid(`field: ${path}.date`, `${path}.date`);
  }
}
