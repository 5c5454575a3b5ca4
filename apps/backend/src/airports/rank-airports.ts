import type { Airport } from "@liftline/schema";
import { fold } from "./fold.ts";

/** Exact codes first, then cities and names that begin with the text, then the others; popular ones first in each. */
export function rankAirports(airports: readonly Airport[], text: string): Airport[] {
  const typed = fold(text);
  const ranks = new Map(airports.map((airport) => [airport, rankOf(airport, typed)]));
  // Sorting keeps the order of equals: the marketplace's popularity.
  return airports.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
}

/** Whether the text is in what an end-client can see of the airport. */
export function showsText(airport: Airport, text: string): boolean {
  const typed = fold(text);
  return [airport.code, airport.icao, airport.iata, airport.name, airport.city, airport.country.name]
    .map((shown) => fold(shown ?? ""))
    .some((shown) => shown.includes(typed));
}

function rankOf(airport: Airport, typed: string): number {
  if ([airport.icao, airport.iata, airport.code].some((code) => code?.toLowerCase() === typed)) return 0;
  const city = fold(airport.city);
  if (city.startsWith(typed)) return 1;
  const name = fold(airport.name);
  if (name.startsWith(typed)) return 2;
  return ` ${city} ${name}`.includes(` ${typed}`) ? 3 : 4;
}
