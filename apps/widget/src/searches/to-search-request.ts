import type { SearchRequestInput } from "@liftline/schema";
import { flownLegs, type Trip } from "./trip.ts";

/** What the backend is asked. Call it only for a trip that `checkTrip` found no fault in. */
export function toSearchRequest(trip: Trip, locale: string): SearchRequestInput {
  return {
    legs: flownLegs(trip).map((leg) => ({
      from: leg.from?.code ?? "",
      to: leg.to?.code ?? "",
      date: leg.date,
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
