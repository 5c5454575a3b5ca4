import { Temporal } from "temporal-polyfill";
import type { AvinodeInstant } from "@liftline/schema/avinode";

const quarterHourMs = 900_000;
/** Offsets change on the quarter hour only: the same answer serves a quarter of an hour. */
const offsets = new Map<string, number>();

/** The instant of a wall clock. A time that daylight saving skips moves on, one that comes twice is the first. */
export function instantOf(local: { date: string; time: string; zone: string }): number {
  return Temporal.PlainDateTime.from(`${local.date}T${local.time}`).toZonedDateTime(local.zone).epochMilliseconds;
}

/** `{ dateTimeUTC, dateTimeLocal }` with whole seconds, as in seed 004. */
export function writeInstant(at: number, zone: string): AvinodeInstant {
  const offset = offsetMinutes(at, zone);
  const sign = offset < 0 ? "-" : "+";
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
  const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
  const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
  return { dateTimeUTC: writeStamp(at), dateTimeLocal: `${local}${sign}${hours}:${minutes}` };
}

/** `2016-08-09T11:17:21Z` */
export function writeStamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

function offsetMinutes(at: number, zone: string): number {
  const quarter = Math.floor(at / quarterHourMs);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const found = Temporal.Instant.fromEpochMilliseconds(quarter * quarterHourMs).toZonedDateTimeISO(zone);
  const minutes = Math.round(found.offsetNanoseconds / 60_000_000_000);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, minutes);
  return minutes;
}
