import { distanceNm } from "../routing/great-circle.ts";
import { airports, type Airport } from "../world/airports.ts";

export interface AirportQuery {
  filter?: string;
  startsWith?: boolean;
  near?: { latitude: number; longitude: number; maxDistanceNm: number };
  countries: string[];
  heliports: boolean;
  military: boolean;
}

/** All that match, most popular first (seed 004); popularity alone decides, an exact code gets no favour (F22). */
export function findAirports(query: AirportQuery): Airport[] {
  const wanted = fold(query.filter ?? "");
  return airports.filter(
    (airport) =>
      (query.near === undefined || distanceNm(query.near, airport) <= query.near.maxDistanceNm) &&
      (query.filter === undefined || matches(airport, wanted, query.startsWith ?? false)) &&
      (query.countries.length === 0 || query.countries.includes(airport.country.code)) &&
      (query.heliports || airport.kind !== "HELIPAD") &&
      (query.military || airport.classification !== "MILITARY") &&
      // Sentinels are for those who ask for them, not for everybody near Luton.
      (query.near === undefined || airport.city !== "SANDBOX"),
  );
}

function matches(airport: Airport, wanted: string, startsWith: boolean): boolean {
  return textsOf(airport).some((text) => (startsWith ? text.startsWith(wanted) : text.includes(wanted)));
}

const texts = new WeakMap<Airport, string[]>();

function textsOf(airport: Airport): string[] {
  let known = texts.get(airport);
  if (known === undefined) {
    const { icao, iata, faa, name, city, country, keywords } = airport;
    known = [icao, iata, faa, name, city, country.name, ...keywords].filter((text) => text !== undefined).map(fold);
    texts.set(airport, known);
  }
  return known;
}

/** Without case and accents: `munchen` finds `münchen`. */
function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").trim();
}
