import { z } from "zod";
import { Numeric } from "./envelope.ts";

/** ISO 3166-1 alpha-2. `UK` occurs for `GB`, and is read as that (G23). */
export const CountryCode = z.string().transform((code) => (code === "UK" ? "GB" : code));

/** An airport on the wire (`avinode-api.md` D2). Names are in capitals; any code may be missing. */
export const AvinodeAirport = z.object({
  id: z.string(),
  href: z.string().nullish(),
  type: z.string().nullish(),
  /** Such as `LUTON`. */
  name: z.string(),
  /** Such as `LONDON (LUTON)`. */
  city: z.string().nullish(),
  country: z.object({ code: CountryCode, name: z.string().nullish() }).nullish(),
  /** Such as `US-FL` or just `NJ`. */
  province: z.object({ code: z.string().nullish(), name: z.string().nullish() }).nullish(),
  icao: z.string().nullish(),
  iata: z.string().nullish(),
  faa: z.string().nullish(),
  /** With `fields[airports]=position`; decimal degrees. */
  position: z.object({ latitude: Numeric, longitude: Numeric }).nullish(),
  /** With `fields[airports]=classification`: CIVIL, MILITARY, JOINT, NON_STANDARD, UNKNOWN. */
  airportType: z.object({ code: z.string() }).nullish(),
  /** With `fields[airports]=classification`: AIRPORT, HELIPAD, SEAPLANE_BASE, UNKNOWN. */
  landingFacility: z.object({ code: z.string() }).nullish(),
});
export type AvinodeAirport = z.infer<typeof AvinodeAirport>;

/** An airport named by one of its codes; ICAO is preferred. Empty keys are left out (an empty string is refused). */
export const AvinodeAirportReference = z.object({
  icao: z.string().optional(),
  iata: z.string().optional(),
  faa: z.string().optional(),
});
export type AvinodeAirportReference = z.infer<typeof AvinodeAirportReference>;
