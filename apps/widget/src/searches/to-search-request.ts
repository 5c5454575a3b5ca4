import type { SearchRequestInput } from "@liftline/schema";
import { flownLegs, type Trip, type TripLeg } from "./trip.ts";

/** What the backend is asked. Call it only for a trip that `checkTrip` found no fault in. */
export function toSearchRequest(trip: Trip, locale: string): SearchRequestInput {
  return {
    legs: flownLegs(trip).map((leg) => ({
      ...codesOf(leg),
      time: leg.time || null,
      timeMeans: trip.timeMeans,
      passengers: trip.passengers,
    })),
    ...(trip.currency && { currency: trip.currency }),
    ...(trip.categories.length > 0 && { categories: [...trip.categories] }),
    ...(trip.noFuelStops && { maxFuelStops: 0 }),
    locale,
  };
}

/** A leg in the codes of its airports. */
export function codesOf({ from, to, date }: TripLeg): { from: string; to: string; date: string } {
  return { from: from?.code ?? "", to: to?.code ?? "", date };
}
