import { z } from "zod";
import { AvinodeAirport, AvinodeAirportReference } from "./airport.ts";
import { AvinodeInstant, Flag, Numeric } from "./envelope.ts";
import { AvinodeLift, AvinodePrice } from "./search.ts";

/** Body of `POST /emptylegs/search` (`avinode-api.md` B6, seed 004). */
export const AvinodeEmptyLegSearchRequest = z.strictObject({
  /** One of the two airports is enough; here empty codes are allowed. */
  startAirport: AvinodeAirportReference.optional(),
  endAirport: AvinodeAirportReference.optional(),
  /** `YYYY-MM-DD`; demanded (G29). */
  date: z.string(),
  /** A string of digits: so many days before and after. */
  numberOfDaysFlexibility: z.string().optional(),
  /** Exact names of lists kept in the marketplace. */
  requiredPartnerships: z.array(z.string()).optional(),
  /** A string of digits. */
  passengers: z.string().optional(),
});
export type AvinodeEmptyLegSearchRequest = z.infer<typeof AvinodeEmptyLegSearchRequest>;

/** The aircraft of an empty leg; a leg can stand for a type or a category only. */
export const AvinodeEmptyLegLift = AvinodeLift.extend({
  /** In searches the id of the leg, else that of the aircraft (B6): good for nothing. */
  id: z.string().nullish().catch(null),
  aircraftCategory: z.string().nullish(),
  aircraftType: z.string().nullish(),
  maxPax: Numeric.nullish(),
  /** Marketed by the calling company. */
  ownAircraft: Flag.nullish(),
});
export type AvinodeEmptyLegLift = z.infer<typeof AvinodeEmptyLegLift>;

/** An empty leg (`avinode-api.md` B7). No flight plan: times, ways and prices are to be confirmed (R23). */
export const AvinodeEmptyLeg = z.object({
  /** Goes into `inquiryLift[].emptyLegId` of a lead. Opaque (R7). */
  id: z.string().min(1),
  href: z.string().nullish().catch(null),
  type: z.string().nullish().catch(null),
  lift: AvinodeEmptyLegLift,
  /** What the seller asks for, or its own empty-leg profile makes; positioning is not in it. */
  price: AvinodePrice.nullish().catch(null),
  /** With `calculatedprice`: by the profile for usual charter; a rough indication, without positioning. */
  calculatedPrice: AvinodePrice.nullish().catch(null),
  startAirport: AvinodeAirport,
  endAirport: AvinodeAirport,
  /** With `endDate` either the planned flight or, where the span is twice a flight and more, the window it is marketed for. */
  startDate: AvinodeInstant,
  endDate: AvinodeInstant,
  /** True: published by somebody other than operator or approved agent; to be checked (R23). */
  brokered: Flag.nullish().catch(null),
  /** Who publishes it; only on approved connections (R3). */
  sellerCompany: z
    .object({
      id: z.string().nullish().catch(null),
      displayName: z.string().nullish().catch(null),
      contactInfo: z
        .object({ emails: z.array(z.string()).nullish().catch(null), phone: z.string().nullish().catch(null) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
  /** The seller has checked that it can be chartered. */
  sellerVerified: Flag.nullish().catch(null),
  sellerMessage: z.string().nullish().catch(null),
  /** Published by the calling company. */
  ownEmptyLeg: Flag.nullish().catch(null),
  /** False, to its own company: not on the market. */
  published: Flag.nullish().catch(null),
  /** With `flighttime`, minutes. The names of these two are guesses: only "the flightTime field" is mentioned (seed 004). */
  flightTime: Numeric.nullish().catch(null),
  distanceNM: Numeric.nullish().catch(null),
});
export type AvinodeEmptyLeg = z.infer<typeof AvinodeEmptyLeg>;

/** Body of `POST /emptylegs` and `PUT /emptylegs/{id}` (`avinode-api.md` B7, reference/createemptyleg): what a seller publishes. */
export const AvinodeEmptyLegRequest = z.strictObject({
  /** One of the three; a tail must be marketed by the company. */
  lift: z.strictObject({
    aircraftTail: z.string().optional(),
    aircraftType: z.string().optional(),
    aircraftCategory: z.string().optional(),
  }),
  startAirport: AvinodeAirportReference,
  endAirport: AvinodeAirportReference,
  /** UTC, such as `2026-12-05T15:00Z`. */
  startDate: z.string(),
  endDate: z.string(),
  /** True unless given. */
  published: z.boolean().optional(),
  sellerMessage: z.string().optional(),
  /** Only where a person has checked it (seed 004). */
  sellerVerified: z.boolean().optional(),
  sellerPrice: Numeric.optional(),
  /** ISO 4217. */
  sellerPriceCurrency: z.string().optional(),
});
export type AvinodeEmptyLegRequest = z.infer<typeof AvinodeEmptyLegRequest>;
