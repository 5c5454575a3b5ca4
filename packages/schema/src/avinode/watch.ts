import { z } from "zod";
import { AvinodeAirportReference } from "./airport.ts";
import { Flag, Numeric } from "./envelope.ts";
import { Text } from "./lenient.ts";

/** An airport, or a region: by ICAO prefix, by country, or by a US state or Canadian province (seed 004). */
export const AvinodePlace = z.strictObject({
  airport: AvinodeAirportReference.optional(),
  /** Such as `EG`, or `M` for Central America. */
  icaoPrefix: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string().optional(),
  /** `AZ` beside a country code in the example; `US-AZ` by the general rule (G22). */
  provinceCode: z.string().optional(),
});
export type AvinodePlace = z.infer<typeof AvinodePlace>;

/** Body of `POST /emptylegs/watches` and `PUT /emptylegs/watches/{id}` (`avinode-api.md` B8). All of it must match; lists match on any. */
export const AvinodeWatchRequest = z.strictObject({
  /** Unique in the company. */
  uniqueName: z.string().min(1),
  /** False: it tells nobody anything. There is no way to delete a watch. */
  active: z.boolean(),
  watchedSegments: z.array(z.strictObject({ start: AvinodePlace, end: AvinodePlace })).min(1),
  /** Only legs with a price. */
  priced: z.boolean().optional(),
  /** Only legs that their seller has verified. */
  verified: z.boolean().optional(),
  /** Left out for no filter. */
  lifts: z
    .array(
      z.strictObject({
        /** Fixed wing only. */
        aircraftCategory: z.string().optional(),
        priceExpectation: z.number().optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Only legs that depart within so many days; a later one is told of when it comes within. */
  daysOut: z.int().min(0).optional(),
});
export type AvinodeWatchRequest = z.infer<typeof AvinodeWatchRequest>;

const AvinodeWatchedPlace = z
  .object({
    airport: z.object({ icao: Text, iata: Text, faa: Text }).nullish().catch(null),
    icaoPrefix: Text,
    countryCode: Text,
    provinceCode: Text,
  })
  .nullish()
  .catch(null);

/** A watch as it stands at the marketplace. No example of an answer is documented: only the id is demanded. */
export const AvinodeWatch = z.object({
  /** Needed to change or switch off the watch: to be kept. */
  id: z.string().min(1),
  href: Text,
  type: Text,
  uniqueName: Text,
  active: Flag.nullish().catch(null),
  watchedSegments: z
    .array(z.object({ start: AvinodeWatchedPlace, end: AvinodeWatchedPlace }))
    .nullish()
    .catch(null),
  priced: Flag.nullish().catch(null),
  verified: Flag.nullish().catch(null),
  lifts: z
    .array(z.object({ aircraftCategory: Text, priceExpectation: Numeric.nullish().catch(null) }))
    .nullish()
    .catch(null),
  daysOut: Numeric.nullish().catch(null),
});
export type AvinodeWatch = z.infer<typeof AvinodeWatch>;
