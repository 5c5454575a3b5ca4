import { z } from "zod";
import { AvinodeAirport, AvinodeAirportReference } from "./airport.ts";
import { AvinodeInstant, Flag, Numeric } from "./envelope.ts";

/** A leg as it is sent (`avinode-api.md` B3). */
export const AvinodeSegmentRequest = z.object({
  startAirport: AvinodeAirportReference,
  endAirport: AvinodeAirportReference,
  dateTime: z.object({
    /** `YYYY-MM-DD` */
    date: z.string(),
    /** `HH:MM` */
    time: z.string(),
    /** False: the time of arrival. */
    departure: z.boolean(),
    /** False: UTC; true: local to the airport that `departure` points at. */
    local: z.boolean(),
  }),
  /** A string of digits, as in every example; `"0"` means cargo. */
  paxCount: z.string(),
  paxSegment: z.boolean().optional(),
  timeTBD: z.boolean().optional(),
});
export type AvinodeSegmentRequest = z.infer<typeof AvinodeSegmentRequest>;

/** Body of `POST /searches`. */
export const AvinodeSearchRequest = z.object({
  segments: z.array(AvinodeSegmentRequest).min(1),
  criteria: z
    .object({
      /** Several mean any of them. Empty keys must be left out. */
      requiredLift: z
        .array(
          z.object({
            aircraftCategory: z.string().optional(),
            aircraftType: z.string().optional(),
            aircraftTail: z.string().optional(),
          }),
        )
        .optional(),
      requiredPartnerships: z.array(z.string()).optional(),
      maxFuelStopsPerSegment: z.number().int().optional(),
      maxInitialPositioningTimeMinutes: z.number().int().optional(),
      minimumYearOfMake: z.number().int().optional(),
      includeLiftUpgrades: z.boolean().optional(),
    })
    .optional(),
  /** ISO 4217; conversions beside the seller's own currency. */
  outputCurrencies: z.array(z.string()).optional(),
  outputLiftPhotoTypes: z.array(z.string()).optional(),
  includeUnavailable: z.boolean().optional(),
  airAmbulanceSearch: z.boolean().optional(),
});
export type AvinodeSearchRequest = z.infer<typeof AvinodeSearchRequest>;

/** Money on the wire. `priceAsString` is not to be used: its format varies (G25). */
export const AvinodePrice = z.object({
  currency: z.string(),
  price: Numeric,
  conversionCurrency: z.string().nullish(),
  convertedPrice: Numeric.nullish(),
  priceAsString: z.string().nullish(),
});
export type AvinodePrice = z.infer<typeof AvinodePrice>;

export const AvinodePhotoCopy = z.object({
  /** LARGE, MEDIUM, SMALL, THUMBNAIL. */
  size: z.string(),
  url: z.string(),
  anonymized: z.unknown().optional(),
});

export const AvinodePhoto = z.object({
  /** EXTERIOR, INTERIOR, FLOORPLAN, OVERVIEW, OTHER. */
  type: z.string(),
  copies: z.array(AvinodePhotoCopy),
});
export type AvinodePhoto = z.infer<typeof AvinodePhoto>;

/** A flight of a hit. */
export const AvinodeSegment = z.object({
  startAirport: AvinodeAirport,
  endAirport: AvinodeAirport,
  departureDateTime: AvinodeInstant,
  arrivalDateTime: AvinodeInstant,
  timeTBD: Flag.nullish(),
  blockMinutes: Numeric,
  flightMinutes: Numeric,
  fuelMinutes: Numeric.nullish(),
  paxCount: Numeric.nullish(),
  paxSegment: Flag.nullish(),
  distanceNM: Numeric,
  fuelStopCount: Numeric.nullish(),
});
export type AvinodeSegment = z.infer<typeof AvinodeSegment>;

/** The aircraft of a hit. Tail, certificate, home base and statistics tell whose it is: they stay behind the disclosure wall (R3). */
export const AvinodeLift = z.object({
  id: z.string(),
  aircraftCategory: z.string(),
  aircraftType: z.string(),
  aircraftSuperType: z.string().nullish(),
  aircraftTypeDetails: z.object({ id: z.string(), type: z.string().nullish() }).nullish(),
  aircraftCategoryDetails: z.object({ id: z.string() }).nullish(),
  /** The registration. Only on connections set up for it. */
  aircraftTail: z.string().nullish(),
  aircraftCertificate: z
    .object({
      certificateNumber: z.string(),
      issuingCountry: z.object({ code: z.string(), name: z.string() }).nullish(),
    })
    .nullish(),
  aircraftTailDetails: z
    .object({
      yearOfMake: Numeric.nullish(),
      /** `YYYY-MM-DD` */
      interiorRefurbished: z.string().nullish(),
      exteriorRefurbished: z.string().nullish(),
      amenities: z.array(z.string()).nullish(),
      insurance: z.object({ monetaryAmount: AvinodePrice }).nullish(),
    })
    .nullish(),
  /** Nautical miles and knots; numbers come as text. */
  liftPerformance: z.object({ maxRangeNM: Numeric.nullish(), cruiseSpeedKnots: Numeric.nullish() }).nullish(),
  maxPax: Numeric,
  /** Numbers by name; new names can hold anything (R11). */
  sellerStatistics: z.record(z.string(), z.unknown()).nullish(),
  tailPhotos: z.array(AvinodePhoto).nullish(),
  typePhotos: z.array(AvinodePhoto).nullish(),
  homebase: AvinodeAirport.nullish(),
  ownerApprovalRequired: Flag.nullish(),
  safetyRatings: z
    .array(z.object({ standard: z.string(), levelCode: z.string().nullish(), levelDisplayName: z.string().nullish() }))
    .nullish(),
});
export type AvinodeLift = z.infer<typeof AvinodeLift>;

/** One hit of a search, whole: what the marketplace may send. */
export const AvinodeSearchHit = z.object({
  /** Goes into `sellerQuoteIds` of the lead. Opaque (R7). */
  id: z.string(),
  quote: z.object({
    sellerCompany: z
      .object({ id: z.string(), displayName: z.string(), icaoDesignator: z.string().nullish() })
      .nullish(),
    /** With the commission that the calling company has set in its marketplace profile (G27). */
    sellerPrice: AvinodePrice.nullish(),
    sellerPriceWithoutCommission: AvinodePrice.nullish(),
    /** `sellerPrice` in each asked currency. */
    convertedPrices: z.array(AvinodePrice).nullish(),
    avinodeGenerated: Flag.nullish(),
    /** False: preliminary. */
    reservable: Flag.nullish(),
    lift: AvinodeLift,
    segments: z.array(AvinodeSegment),
  }),
  startPosition: AvinodeAirport.nullish(),
  startPositionAvailableFrom: AvinodeInstant.nullish(),
  startPositionAvailableTo: AvinodeInstant.nullish(),
  scheduledUpdatedOn: z.string().nullish(),
  initialPositioningMinutes: Numeric.nullish(),
});
export type AvinodeSearchHit = z.infer<typeof AvinodeSearchHit>;

/** `data` of `POST /searches`. Hits are parsed one by one, so that a broken one costs itself and not the answer. Sorted by price. */
export const AvinodeSearch = z.object({
  id: z.string(),
  href: z.string().nullish(),
  type: z.string().nullish(),
  results: z.array(z.unknown()).nullish(),
});
export type AvinodeSearch = z.infer<typeof AvinodeSearch>;
