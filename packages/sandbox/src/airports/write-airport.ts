import type { AvinodeAirport } from "@liftline/schema/avinode";
import type { Airport } from "../world/airports.ts";

/** An airport inside another thing, as in the example of seed 004: no link, no position. */
export function writeAirport(airport: Airport): AvinodeAirport {
  return {
    id: `aport-${airport.id}`,
    name: airport.name,
    city: airport.city,
    country: airport.country,
    ...(airport.province && { province: airport.province }),
    icao: airport.icao,
    ...(airport.iata && { iata: airport.iata }),
    ...(airport.faa && { faa: airport.faa }),
  };
}

/** An airport on its own, with what `fields[airports]` asks for. */
export function writeAirportResource(
  airport: Airport,
  write: { baseUrl: string; fields: Set<string> },
): AvinodeAirport {
  const { id, ...rest } = writeAirport(airport);
  const position = { latitude: airport.latitude, longitude: airport.longitude };
  return {
    id,
    href: `${write.baseUrl}/airports/${id}`,
    type: "airports",
    ...rest,
    ...(write.fields.has("position") && { position }),
    ...(write.fields.has("classification") && {
      airportType: { code: airport.classification },
      landingFacility: { code: airport.kind },
    }),
  };
}
