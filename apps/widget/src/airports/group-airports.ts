import type { Airport } from "@liftline/schema";

/** Airports under one heading: all that were found of a city, or one alone (`city` is null). */
export interface AirportGroup {
  city: string | null;
  airports: readonly Airport[];
}

/**
 * The backend's order, with the airports of one city brought together at the place of the best of them. An airport
 * whose code is what was typed stands before all others.
 */
export function groupAirports(airports: readonly Airport[], typed: string): readonly AirportGroup[] {
  const code = typed.trim().toUpperCase();
  const exact = airports.find((airport) => [airport.code, airport.icao, airport.iata].includes(code));
  const rest = airports.filter((airport) => airport !== exact);
  const groups = new Map<string, Airport[]>();
  for (const airport of rest) {
    const city = `${airport.city}|${airport.country.code}`;
    groups.set(city, [...(groups.get(city) ?? []), airport]);
  }
  const grouped = [...groups.values()].map((group) => ({
    city: group.length > 1 && group[0]?.city ? group[0].city : null,
    airports: group,
  }));
  return exact ? [{ city: null, airports: [exact] }, ...grouped] : grouped;
}
