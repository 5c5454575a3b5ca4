import { z } from "zod";
import { Airport } from "./airport.ts";

/** One instant twice: in UTC, and as the clock at the airport shows it (with that clock's offset). */
export const LocalInstant = z.strictObject({
  /** ISO 8601, `…Z`. */
  utc: z.string().max(40),
  /** ISO 8601 with offset. Read its digits as they stand: never shift them by the visitor's own zone. */
  local: z.string().max(40),
});
export type LocalInstant = z.infer<typeof LocalInstant>;

/** One flight of an option. */
export const OptionLeg = z.strictObject({
  from: Airport,
  to: Airport,
  departsAt: LocalInstant,
  arrivesAt: LocalInstant,
  /** True when the end-client left the time open: then only the date of `departsAt` means something. */
  timeToBeDecided: z.boolean(),
  /** Minutes in the air. */
  flightMinutes: z.number().int().nonnegative(),
  /** Minutes from off blocks to on blocks, taxi and fuel stops included. */
  blockMinutes: z.number().int().nonnegative(),
  /** Nautical miles (NM). */
  distanceNm: z.number().int().nonnegative(),
  fuelStops: z.number().int().nonnegative(),
});
export type OptionLeg = z.infer<typeof OptionLeg>;

/** A price as it was shown. Whole major units (71500 means 71,500 euro, not cents). */
export const OptionPrice = z.strictObject({
  amount: z.number().int().nonnegative(),
  /** Upper end, where the option stands for several aircraft. */
  amountTo: z.number().int().nonnegative().optional(),
  /** ISO 4217. */
  currency: z.string().length(3),
  /** `estimate` unless the seller guarantees it (R18). */
  basis: z.enum(["estimate", "reservable"]),
});
export type OptionPrice = z.infer<typeof OptionPrice>;

/** A safety rating held by whoever flies the aircraft, such as ARGUS Gold. */
export const SafetyRating = z.strictObject({ standard: z.string().max(60), level: z.string().max(60) });
export type SafetyRating = z.infer<typeof SafetyRating>;

/** What may be told of a single aircraft without telling whose it is (R3). */
export const OptionAircraft = z.strictObject({
  yearOfMake: z.number().int().nullable(),
  /** From a closed list; what is not on it is not shown. */
  amenities: z.array(z.string().max(60)).max(60),
  /** Nautical miles (NM). */
  rangeNm: z.number().int().nonnegative().nullable(),
  /** Knots (kt). */
  cruiseSpeedKt: z.number().int().nonnegative().nullable(),
  safetyRatings: z.array(SafetyRating).max(20),
});
export type OptionAircraft = z.infer<typeof OptionAircraft>;

export const PhotoKind = z.enum(["EXTERIOR", "INTERIOR", "FLOORPLAN", "OVERVIEW", "OTHER"]);
export type PhotoKind = z.infer<typeof PhotoKind>;

/** A photo of the aircraft type. `url` is a path on the backend; the marketplace's own address is sealed in it. */
export const OptionPhoto = z.strictObject({ kind: PhotoKind, url: z.string().max(1024) });
export type OptionPhoto = z.infer<typeof OptionPhoto>;

/**
 * What the end-client can choose: one aircraft, or all of a type or category. Every field is public; the marketplace's
 * id is sealed in `token`. The order of the fields is part of the seal (contract §3): add new ones at the end.
 */
export const Option = z.strictObject({
  /** Sealed. Send it back with the option as it was received. */
  token: z.string().min(1).max(2048),
  kind: z.enum(["aircraft", "type", "category", "empty-leg"]),
  /** One of the marketplace's categories, such as `Heavy jet` (`avinode-api.md` D1); shown as it is where unknown. */
  category: z.string().max(100),
  /** Such as `Falcon 2000`; null where the option is a whole category. */
  type: z.string().max(100).nullable(),
  /** Seats; the largest of the group where the option stands for several aircraft. */
  maxPassengers: z.number().int().nonnegative(),
  /** How many aircraft the option stands for. */
  aircraftCount: z.number().int().positive(),
  /** Null where the broker hides prices. */
  price: OptionPrice.nullable(),
  legs: z.array(OptionLeg).min(1).max(8),
  /** Null where the option stands for several aircraft. */
  aircraft: OptionAircraft.nullable(),
  photos: z.array(OptionPhoto).max(20),
});
export type Option = z.infer<typeof Option>;
