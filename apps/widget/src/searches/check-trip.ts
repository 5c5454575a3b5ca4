import { isPlainDate, type PlainDate } from "../format/plain-date.ts";
import type { PlainKey } from "../messages/catalogue.ts";
import { flownLegs, isPassengers, type Trip } from "./trip.ts";

export type FaultField = "from" | "to" | "date" | "passengers";

/** One thing to put right, where it stands and what to say. */
export interface Fault {
  /** Index of the leg; null for what concerns the whole trip. */
  leg: number | null;
  field: FaultField;
  message: PlainKey;
}

/** Everything that is wrong with the trip, in the order of the form. The backend stays the authority. */
export function checkTrip(trip: Trip, today: PlainDate): readonly Fault[] {
  const faults: Fault[] = [];
  flownLegs(trip).forEach(({ from, to, date }, leg, legs) => {
    const add = (field: FaultField, message: PlainKey) => faults.push({ leg, field, message });
    const before = legs[leg - 1]?.date;
    // The way back of a return has the places of the way out.
    if (trip.kind !== "return" || leg === 0) {
      if (!from) add("from", "fault.from");
      if (!to) add("to", "fault.to");
      if (from?.code && from.code === to?.code) add("to", "fault.airport");
    }
    if (!isPlainDate(date)) add("date", "fault.date");
    else if (date < today || (before && date < before)) add("date", "fault.later");
  });
  if (!isPassengers(trip.passengers)) faults.push({ leg: null, field: "passengers", message: "fault.check" });
  return faults;
}
