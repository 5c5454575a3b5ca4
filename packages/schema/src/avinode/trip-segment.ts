import { z } from "zod";
import { AvinodeAirport } from "./airport.ts";
import { AvinodeInstant, Flag, Numeric } from "./envelope.ts";
import { maybe, Text } from "./lenient.ts";
import { AvinodeStop } from "./quote.ts";

/** Where a leg of a trip starts or ends, as it is sent: a code, ICAO for preference, or free text for a helicopter. */
export const AvinodeStopRequest = z.strictObject({
  icao: z.string().optional(),
  iata: z.string().optional(),
  faa: z.string().optional(),
  /** Free text where there is no airport; the word is known from answers (seed 004). */
  searchValue: z.string().optional(),
});
export type AvinodeStopRequest = z.infer<typeof AvinodeStopRequest>;

/** When a leg starts or ends. */
export const AvinodeLegTime = z.strictObject({
  /** `YYYY-MM-DD` */
  date: z.string(),
  /** `HH:MM` */
  time: z.string(),
  /** False: the time of arrival. */
  departure: z.boolean(),
  /** False: UTC; true: local to the airport that `departure` points at. */
  local: z.boolean(),
});
export type AvinodeLegTime = z.infer<typeof AvinodeLegTime>;

/** A leg of a trip or an RFQ, as it is sent (`avinode-api.md` B10, B11). */
export const AvinodeTripSegmentRequest = z.strictObject({
  startAirport: AvinodeStopRequest,
  endAirport: AvinodeStopRequest,
  dateTime: AvinodeLegTime,
  /** A string of digits, as in every example; `"0"` for cargo, or with `paxTBD`. */
  paxCount: z.string(),
  paxSegment: z.boolean().optional(),
  /** The number of passengers is not known yet. */
  paxTBD: z.boolean().optional(),
  /** The time is not known yet. */
  timeTBD: z.boolean().optional(),
  /** The caller's own name for the leg. */
  clientIdentifier: z.string().optional(),
});
export type AvinodeTripSegmentRequest = z.infer<typeof AvinodeTripSegmentRequest>;

/** A leg of a trip or an RFQ, as it is read. */
export const AvinodeTripSegment = z.object({
  startAirport: maybe(AvinodeStop),
  endAirport: maybe(AvinodeStop),
  /** As it was asked for. */
  dateTime: maybe(z.object({ date: Text, time: Text, departure: maybe(Flag), local: maybe(Flag) })),
  /** 0: cargo, or not known yet. */
  paxCount: maybe(Numeric),
  /** False: none of the buyer's own legs. */
  paxSegment: maybe(Flag),
  paxTBD: maybe(Flag),
  timeTBD: maybe(Flag),
  clientIdentifier: Text,
  startAirportDetails: maybe(AvinodeAirport),
  endAirportDetails: maybe(AvinodeAirport),
  /** This or `arrivalDateTime`, whichever was asked for; neither where free text names no time zone. */
  departureDateTime: maybe(AvinodeInstant),
  arrivalDateTime: maybe(AvinodeInstant),
});
export type AvinodeTripSegment = z.infer<typeof AvinodeTripSegment>;

/** What narrows a trip or an RFQ (seed 004). */
export const AvinodeTripCriteria = z.strictObject({
  /** Several mean each of them, or any of them for a trip's search. Empty keys are to be left out: they are refused (A10). */
  requiredLift: z
    .array(
      z.strictObject({
        aircraftCategory: z.string().optional(),
        aircraftType: z.string().optional(),
        aircraftTail: z.string().optional(),
        maxPax: z.number().int().optional(),
        ownAircraft: z.boolean().optional(),
        /** The empty leg that is asked for. */
        emptyLegId: z.string().optional(),
      }),
    )
    .optional(),
  /** Exact names of lists kept in the marketplace. */
  requiredPartnerships: z.array(z.string()).optional(),
  maxFuelStopsPerSegment: z.number().int().optional(),
  includeLiftUpgrades: z.boolean().optional(),
  maxInitialPositioningTimeMinutes: z.number().int().optional(),
  minimumYearOfMake: z.number().int().optional(),
});
export type AvinodeTripCriteria = z.infer<typeof AvinodeTripCriteria>;
