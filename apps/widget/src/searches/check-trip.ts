import { isPlainDate, type PlainDate } from "../format/plain-date.ts";
import type { PlainKey } from "../messages/catalogue.ts";
import { flownLegs, isPassengers, type Trip, type TripLeg } from "./trip.ts";

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
  const legs = flownLegs(trip);
  const faults = legs.flatMap((leg, index) => checkLeg({ leg, index, before: legs[index - 1], trip, today }));
  if (!isPassengers(trip.passengers)) faults.push({ leg: null, field: "passengers", message: "fault.passengers" });
  return faults;
}

interface LegCheck {
  leg: TripLeg;
  index: number;
  before: TripLeg | undefined;
  trip: Trip;
  today: PlainDate;
}

function checkLeg({ leg, index, before, trip, today }: LegCheck): Fault[] {
  const faults: Fault[] = [];
  const add = (field: FaultField, message: PlainKey) => faults.push({ leg: index, field, message });
  const hasPlaces = trip.kind !== "return" || index === 0;
  if (hasPlaces) {
    if (!leg.from) add("from", "fault.from");
    if (!leg.to) add("to", "fault.to");
    if (leg.from && leg.from.code === leg.to?.code) add("to", "fault.same");
  }
  if (!isPlainDate(leg.date)) add("date", "fault.date");
  else if (leg.date < today) add("date", "fault.past");
  else if (before?.date && leg.date < before.date) add("date", "fault.order");
  return faults;
}
