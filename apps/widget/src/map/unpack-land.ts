import type { Position } from "@liftline/schema";

/**
 * How a coast is written, a ring a word. Letters come in pairs, east and north: the first four say where it begins
 * (`base` times the one and the other, from the south-west), every other pair how far it is to the next place.
 */
export const packing = {
  /** In a degree. */
  steps: 8,
  /** The code of the letter for no step at all. */
  zero: 63,
  /** The furthest that a letter goes. */
  furthest: 28,
  base: 57,
} as const;

/** The places of a ring, in its order. */
export function unpackRing(word: string): Position[] {
  const { steps, zero, furthest, base } = packing;
  const letter = (index: number) => word.charCodeAt(index) - zero;
  const start = (index: number) => (letter(index) + furthest) * base + letter(index + 1) + furthest;
  let longitude = start(0) / steps - 180;
  let latitude = start(2) / steps - 90;
  const places = [{ longitude, latitude }];
  for (let index = 4; index < word.length; index += 2) {
    longitude += letter(index) / steps;
    latitude += letter(index + 1) / steps;
    places.push({ longitude, latitude });
  }
  return places;
}
