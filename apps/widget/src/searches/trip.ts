import type { Airport } from "@liftline/schema";

/**
 * A place of the form: an airport that was picked, a code that the page or the visitor gave (then `name` is empty), or the
 * visitor's own words for it (then they are the `name`, and `code` is empty).
 */
export type Place = Pick<Airport, "code" | "name" | "city"> & { country: string };

/** One flight as it stands in the form. On a return, the second leg's places are those of the first, turned round. */
export interface TripLeg {
  from: Place | null;
  to: Place | null;
  /** `YYYY-MM-DD`, or empty. */
  date: string;
  /** `HH:MM`, or empty: not decided. */
  time: string;
  /** Where a trip that was sent tells its legs apart; otherwise the trip's. */
  passengers?: number;
  timeMeans?: Trip["timeMeans"];
}

export type TripKind = "one-way" | "return" | "several";

/** Everything the search form holds. Plain values only: it is kept as JSON in the tab. */
export interface Trip {
  kind: TripKind;
  /** One leg on a one-way, two on a return, two to eight on several. */
  legs: readonly TripLeg[];
  passengers: number;
  timeMeans: "departure" | "arrival";
  /** Marketplace categories; none: any. */
  categories: readonly string[];
  noFuelStops: boolean;
  /** ISO 4217; null: the broker's own. */
  currency: string | null;
}

export const MAX_LEGS = 8;
export const MAX_PASSENGERS = 400;

export const emptyLeg: TripLeg = { from: null, to: null, date: "", time: "" };

export const emptyTrip: Trip = {
  kind: "one-way",
  legs: [emptyLeg],
  passengers: 4,
  timeMeans: "departure",
  categories: [],
  noFuelStops: false,
  currency: null,
};

/** A place of which only the code is known. */
export function placeOf(code: string | null | undefined): Place | null {
  return code ? { code, name: "", city: "", country: "" } : null;
}

/** The legs as they are flown: the way back of a return gets its places. */
export function flownLegs(trip: Trip): readonly TripLeg[] {
  const [out, back] = trip.legs;
  if (trip.kind !== "return" || !out || !back) return trip.legs;
  return [out, { ...back, from: out.to, to: out.from }];
}

/** As many people as the backend takes (contract §3). */
export function isPassengers(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= MAX_PASSENGERS;
}
