import type { Attributes } from "../attributes.ts";
import { readTripText } from "./read-trip-text.ts";
import { emptyLeg, emptyTrip, placeOf, type Trip } from "./trip.ts";

export type Prefill = Pick<Attributes, "trip" | "from" | "to" | "date" | "returnDate" | "passengers" | "currency">;

/** The trip that the page starts with: a whole one, or what it says of one. Codes stay codes: nothing is looked up before the visitor acts (R16). */
export function prefillTrip({ trip, from, to, date, returnDate, passengers, currency }: Prefill): Trip {
  const whole = trip && readTripText(trip);
  if (whole) return { ...whole, currency };
  const out = { ...emptyLeg, from: placeOf(from), to: placeOf(to), date: date ?? "" };
  return {
    ...emptyTrip,
    kind: returnDate ? "return" : "one-way",
    legs: returnDate ? [out, { ...emptyLeg, date: returnDate }] : [out],
    passengers: passengers ?? emptyTrip.passengers,
    currency,
  };
}
