import { z } from "zod";
import { AvinodeAirportReference } from "./airport.ts";
import { Flag, Numeric } from "./envelope.ts";
import { Text } from "./lenient.ts";

/** Something that an aircraft's stay uses: an FBO, fuel, catering, handling (seed 004). */
export const AvinodeScheduleService = z.strictObject({
  /** The caller's own id of the provider. */
  serviceProviderId: z.string().optional(),
  serviceProviderName: z.string().optional(),
  airport: AvinodeAirportReference,
  /** `FBO` and `FUEL` are seen; the list is not recovered (D8). */
  serviceType: z.string(),
  /** `ALL` and `OTHER` are seen. */
  serviceFor: z.string(),
  note: z.string().optional(),
  /** `UNIVERSAL` and `PROPRIETARY` are seen. */
  dataSource: z.string(),
});
export type AvinodeScheduleService = z.infer<typeof AvinodeScheduleService>;

/** Something an aircraft does that decides whether it can be had: a flight, maintenance, an option (`avinode-api.md` B13). */
export const AvinodeActivityRequest = z.strictObject({
  /** The caller's own, the same in every upload, unique for the aircraft. */
  activityId: z.string().min(1),
  /** The number of the requested lift, without its prefix: the one id that the documentation itself cuts (seed 004). */
  tripId: z.string().optional(),
  /** The caller's own id of the trip; left out where there is none. */
  externalTripId: z.string().optional(),
  flightNumber: z.string().optional(),
  /** The caller's own word, at most 20 characters; the member maps it, and unmapped it means "occupied". */
  activityType: z.string().min(1),
  startAirport: AvinodeAirportReference,
  /** The same as `startAirport` for what is no flight. */
  endAirport: AvinodeAirportReference,
  /** UTC to the minute, such as `2026-12-05T15:00Z`. */
  startDateTime: z.string(),
  endDateTime: z.string(),
  /** 0 where nobody flies. */
  paxCount: z.int().min(0).optional(),
  note: z.string().optional(),
  /** Of an empty leg: a target the seller could accept. */
  price: z.number().optional(),
  /** ISO 4217. */
  currency: z.string().optional(),
  /** The member's own code, such as `135`. */
  flightRegulations: z.string().optional(),
  /** At most 255 characters. */
  flightRegulationsDescription: z.string().optional(),
  /** When an empty leg can be used; at most five days apart, else it does not reach the market. */
  marketingStartDateTime: z.string().optional(),
  marketingEndDateTime: z.string().optional(),
  /** Set by a person's act only; to set it for all legs automatically is forbidden (seed 004). */
  marketingVerified: z.boolean().optional(),
  /** Shown to buyers. */
  marketingMessage: z.string().optional(),
  services: z.array(AvinodeScheduleService).optional(),
});
export type AvinodeActivityRequest = z.infer<typeof AvinodeActivityRequest>;

/** Body of `PUT /schedules`: the *whole* schedule of one aircraft; what it does not name is deleted. */
export const AvinodeScheduleRequest = z.strictObject({
  /** Exactly as the marketplace has it. */
  lift: z.strictObject({ aircraftTail: z.string().min(1) }),
  activities: z.array(AvinodeActivityRequest),
});
export type AvinodeScheduleRequest = z.infer<typeof AvinodeScheduleRequest>;

const Code = z.object({ icao: Text, iata: Text, faa: Text }).nullish().catch(null);

/** An activity as it is read. How the marketplace writes them is not documented: nothing is demanded. */
export const AvinodeActivity = z.object({
  activityId: Text,
  tripId: Text,
  externalTripId: Text,
  activityType: Text,
  startAirport: Code,
  endAirport: Code,
  startDateTime: Text,
  endDateTime: Text,
  paxCount: Numeric.nullish().catch(null),
  note: Text,
  price: Numeric.nullish().catch(null),
  currency: Text,
  marketingStartDateTime: Text,
  marketingEndDateTime: Text,
  marketingVerified: Flag.nullish().catch(null),
  marketingMessage: Text,
});
export type AvinodeActivity = z.infer<typeof AvinodeActivity>;

/** One aircraft's schedule, as `GET /schedules` may write it (reference index; the shape is a guess). */
export const AvinodeSchedule = z.object({
  type: Text,
  lift: z.object({ aircraftTail: Text }).nullish().catch(null),
  /** When the seller last uploaded it; buyers are told. */
  updatedOn: Text,
  /** Unread: parse each with `AvinodeActivity`. */
  activities: z.array(z.unknown()).nullish().catch(null),
});
export type AvinodeSchedule = z.infer<typeof AvinodeSchedule>;
