import { Airport, type Place } from "@liftline/schema";
import { z } from "zod";

/** Where a leg without options begins or ends, as far as anybody knows. */
export const ToldPlace = z.union([
  z.object({ airport: Airport }),
  /** A code that is not in our index: the marketplace, or the broker, may know it. */
  z.object({ code: z.string() }),
  /** The visitor's own. */
  z.object({ words: z.string() }),
]);
export type ToldPlace = z.infer<typeof ToldPlace>;

/** A leg of a request without options, frozen with its deliveries. */
export const ToldLeg = z.object({
  from: ToldPlace,
  to: ToldPlace,
  /** `YYYY-MM-DD` and `HH:MM` as they were written: local to the place, in whatever zone that is. */
  date: z.string(),
  time: z.string().nullable(),
  timeMeans: z.enum(["departure", "arrival"]),
  passengers: z.number().int(),
});
export type ToldLeg = z.infer<typeof ToldLeg>;

/** A place with what our own index knows of it; nobody else is asked. */
export function tellPlace(place: Place, find: (code: string) => Airport | undefined): ToldPlace {
  if ("words" in place) return place;
  const airport = find(place.code);
  return airport ? { airport } : { code: place.code.toUpperCase() };
}
