import { z } from "zod";
import { AvinodeAirport } from "./airport.ts";
import { Numeric } from "./envelope.ts";
import { Text } from "./lenient.ts";
import { AvinodePhoto } from "./search.ts";

const Amount = Numeric.nullish().catch(null);

/** Nautical miles and knots; numbers come as text (G13). */
const Performance = z.object({ maxRangeNM: Amount, cruiseSpeedKnots: Amount }).nullish().catch(null);

/**
 * One aircraft, of `GET /aircraft/search?tail=` and `GET /aircraft/{id}`. No answer is documented: its words are those of a lift, and
 * only the id is demanded. Whose it is stays behind the disclosure wall (R3).
 */
export const AvinodeAircraft = z.object({
  id: z.string().min(1),
  href: Text,
  type: Text,
  aircraftTail: Text,
  aircraftCategory: Text,
  aircraftType: Text,
  aircraftSuperType: Text,
  maxPax: Amount,
  company: z.object({ id: Text, displayName: Text }).nullish().catch(null),
  homebase: AvinodeAirport.nullish().catch(null),
  liftPerformance: Performance,
  typePhotos: z.array(AvinodePhoto).nullish().catch(null),
  tailPhotos: z.array(AvinodePhoto).nullish().catch(null),
});
export type AvinodeAircraft = z.infer<typeof AvinodeAircraft>;

/** A type of aircraft, of `GET /aircrafttypes` and `GET /aircrafttypes/search` (`avinode-api.md` B14; the shape is a guess). */
export const AvinodeAircraftType = z.object({
  id: z.string().min(1),
  href: Text,
  type: Text,
  /** Such as `Citation CJ2`: what `requiredLift[].aircraftType` takes. */
  aircraftType: Text,
  /** Groups variants: `Global Express/XRS`. */
  aircraftSuperType: Text,
  aircraftCategory: Text,
  maxPax: Amount,
  /** With `fields[aircrafttypes]=perfdetails`. */
  liftPerformance: Performance,
  /** With `fields[aircrafttypes]=typephotos`. */
  typePhotos: z.array(AvinodePhoto).nullish().catch(null),
});
export type AvinodeAircraftType = z.infer<typeof AvinodeAircraftType>;
