import { emptyLeg, MAX_LEGS, type Trip } from "./trip.ts";

/** One leg more; it leaves from where the last one arrives. */
export function addLeg(trip: Trip): Trip {
  if (trip.legs.length >= MAX_LEGS) return trip;
  return { ...trip, legs: [...trip.legs, { ...emptyLeg, from: trip.legs.at(-1)?.to ?? null }] };
}

/** One leg fewer; the last two stay, for fewer are another kind of trip. */
export function removeLeg(trip: Trip, index: number): Trip {
  return trip.legs.length > 2 ? { ...trip, legs: trip.legs.filter((_, at) => at !== index) } : trip;
}
