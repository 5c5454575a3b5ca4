import type { AvinodeAirportReference, AvinodeEmptyLegSearchRequest } from "@liftline/schema/avinode";
import { invalid, missing, unprocessable } from "../http/refusal.ts";
import { instantOf } from "../routing/local-time.ts";
import { findAirport, type Airport } from "../world/airports.ts";
import type { EmptyLeg } from "./empty-leg.ts";
import type { LegWish } from "./match-leg.ts";

/** A checked search. */
export interface ReadWish extends LegWish {
  /** Whether the leg can be had on the wished days, by the clocks of where it starts. */
  isInTime(leg: Pick<EmptyLeg, "from" | "startsAt" | "endsAt">): boolean;
  passengers: number;
  partnerships: string[];
}

const dayMs = 86_400_000;
/** No limits are documented; an integrator keeps to these (B6). */
const mostDays = 14;
const mostPassengers = 100;

/** The wish, or the refusal that names its first fault. */
export function readWish(request: AvinodeEmptyLegSearchRequest, now: number): ReadWish {
  const from = readPlace(request.startAirport, { code: "START_AIRPORT_INVALID", path: "startAirport" });
  const to = readPlace(request.endAirport, { code: "END_AIRPORT_INVALID", path: "endAirport" });
  if (from === undefined && to === undefined) throw missing("field: startAirport", "startAirport");
  const flexibleDays = readNumber(request.numberOfDaysFlexibility ?? "0", "numberOfDaysFlexibility", mostDays);
  const passengers = readNumber(request.passengers ?? "0", "passengers", mostPassengers);
  const day = readDay(request.date);
  if (day + (flexibleDays + 2) * dayMs < now) throw unprocessable("DATE_INVALID", "The date is in the past", "date");
  return {
    from,
    to,
    passengers,
    partnerships: request.requiredPartnerships ?? [],
    isInTime: ({ from: start, startsAt, endsAt }) => {
      const opens = instantOf({ date: dateOf(day - flexibleDays * dayMs), time: "00:00", zone: start.zone });
      const closes = instantOf({ date: dateOf(day + (flexibleDays + 1) * dayMs), time: "00:00", zone: start.zone });
      return startsAt < closes && endsAt > opens;
    },
  };
}

/** Empty codes count as none, as in the example of seed 004. */
export function readPlace(
  reference: AvinodeAirportReference | undefined,
  fault: { code: string; path: string },
): Airport | undefined {
  const code = reference && (reference.icao || reference.iata || reference.faa);
  if (!code) return undefined;
  const airport = findAirport(code);
  if (airport === undefined) throw unprocessable(fault.code, "The airport is unknown", fault.path);
  return airport;
}

function readNumber(text: string, path: string, most: number): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > most) throw invalid(`field: ${path}`, path);
  return Number(text);
}

/** Beyond it the days around a date cannot be written with four digits. */
const lastDay = Date.UTC(2999, 11, 31);

/** The midnight of a date, as if it were UTC. */
function readDay(date: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day) || day > lastDay || dateOf(day) !== date) throw invalid("field: date", "date");
  return day;
}

function dateOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
