import { z } from "zod";

/** A position in decimal degrees (WGS 84). */
export const Position = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type Position = z.infer<typeof Position>;

/** An airport code as people type it: ICAO, IATA or FAA. */
export const AirportCode = z.string().regex(/^[A-Za-z0-9]{2,8}$/, "an ICAO, IATA or FAA code");

/** An airport as the end-client sees it. Any code may be missing, `code` never is. */
export const Airport = z.strictObject({
  /** The code to send back in a search: ICAO where there is one, else IATA, else FAA. */
  code: z.string().min(1).max(8),
  /** ICAO location indicator, four letters. */
  icao: z.string().max(8).nullable(),
  /** IATA code, three letters. */
  iata: z.string().max(8).nullable(),
  name: z.string().max(200),
  city: z.string().max(200),
  /** ISO 3166-1 alpha-2 code and the English name. */
  country: z.strictObject({ code: z.string().max(2), name: z.string().max(100) }),
  position: Position.nullable(),
});
export type Airport = z.infer<typeof Airport>;

/**
 * What `GET /airports` takes: typed text or a position, never both (the marketplace cannot join them,
 * `avinode-api.md` B1).
 */
export const AirportQuery = z.union([
  z.strictObject({
    /** What the end-client typed: part of a code, name, city or country. */
    query: z.string().trim().min(1).max(80),
    /** How many airports at most. */
    limit: z.coerce.number().int().min(1).max(20).default(8),
    /** BCP 47 tag of the language to name cities in, where known. */
    lang: z.string().max(35).optional(),
  }),
  z.strictObject({
    latitude: z.coerce.number().min(-90).max(90),
    longitude: z.coerce.number().min(-180).max(180),
    limit: z.coerce.number().int().min(1).max(20).default(8),
    lang: z.string().max(35).optional(),
  }),
]);
export type AirportQuery = z.infer<typeof AirportQuery>;

/** What `GET /airports` answers, best match first. */
export const AirportResponse = z.strictObject({ airports: z.array(Airport) });
export type AirportResponse = z.infer<typeof AirportResponse>;
