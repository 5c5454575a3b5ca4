import type { Attributes } from "../attributes.ts";
import { emptyLeg, emptyTrip, type Place, type Trip } from "./trip.ts";

export type Prefill = Pick<Attributes, "from" | "to" | "date" | "returnDate" | "passengers" | "currency">;

/** The trip that the page starts with. Codes stay codes: nothing is looked up before the visitor acts (R16). */
export function prefillTrip({ from, to, date, returnDate, passengers, currency }: Prefill): Trip {
  const out = { ...emptyLeg, from: placeOf(from), to: placeOf(to), date: date ?? "" };
  return {
    ...emptyTrip,
    kind: returnDate ? "return" : "one-way",
    legs: returnDate ? [out, { ...emptyLeg, date: returnDate }] : [out],
    passengers: passengers ?? emptyTrip.passengers,
    currency,
  };
}

/** A place of which only the code is known. */
export function placeOf(code: string | null): Place | null {
  return code ? { code, name: "", city: "", country: "" } : null;
}
