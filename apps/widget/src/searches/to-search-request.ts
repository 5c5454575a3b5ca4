import type { SearchRequestInput, TripLeadRequest } from "@liftline/schema";
import { flownLegs, type Place, type Trip } from "./trip.ts";

/** What the backend is asked. Call it only for a trip that `checkTrip` found no fault in, and that `isSearchable`. */
export function toSearchRequest(trip: Trip, locale: string): SearchRequestInput {
  return { ...wishOf(trip, (place) => place?.code ?? ""), locale };
}

/** What a request without options asks for: places by code, or in the visitor's words. */
export function toLeadTrip(trip: Trip): TripLeadRequest["trip"] {
  return wishOf(trip, (place) => (place?.code ? { code: place.code } : { words: place?.name ?? "" }));
}

/** Whether the marketplace can be asked: it takes codes only. */
export function isSearchable(trip: Trip): boolean {
  return flownLegs(trip).every(({ from, to }) => from?.code && to?.code);
}

function wishOf<Written>(trip: Trip, write: (place: Place | null) => Written) {
  return {
    legs: flownLegs(trip).map(({ from, to, date, time, timeMeans, passengers }) => ({
      from: write(from),
      to: write(to),
      date,
      time: time || null,
      timeMeans: timeMeans ?? trip.timeMeans,
      passengers: passengers ?? trip.passengers,
    })),
    ...(trip.currency && { currency: trip.currency }),
    ...(trip.categories.length > 0 && { categories: [...trip.categories] }),
    ...(trip.noFuelStops && { maxFuelStops: 0 }),
  };
}
