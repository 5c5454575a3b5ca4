import { sentinelAirports } from "../sentinels.ts";
import airportsData from "./airports.data.json" with { type: "json" };

/** An airport of the simulated world; real but for the sentinels. */
export interface Airport {
  id: number;
  icao: string;
  iata?: string;
  faa?: string;
  /** In capitals, like the marketplace: `LUTON`. */
  name: string;
  /** Such as `LONDON (LUTON)`. */
  city: string;
  country: { code: string; name: string };
  province?: { code: string; name: string };
  latitude: number;
  longitude: number;
  /** IANA time zone. */
  zone: string;
  /** The higher the more used. */
  popularity: number;
  /** Lower case; native spellings too. */
  keywords: string[];
  kind: string;
  classification: string;
  /** The longest runway in metres; 0 for a helipad. */
  runwayM: number;
}

const real: Airport[] = airportsData;

/** Most popular first: the order of every answer (seed 004). */
export const airports: Airport[] = [...real, ...sentinelAirports];

const byCode = indexByCode();

/** The airport of an ICAO, IATA or FAA code. */
export function findAirport(code: string): Airport | undefined {
  return byCode.get(code.toUpperCase());
}

/** The airport of `aport-5948` or `5948`. */
export function findAirportById(id: string): Airport | undefined {
  const number = Number(id.replace(/^aport-/, ""));
  return airports.find((airport) => airport.id === number);
}

/** ICAO codes win over equal codes of other kinds, popular airports over others. */
function indexByCode(): Map<string, Airport> {
  const index = new Map<string, Airport>();
  for (const kind of ["icao", "iata", "faa"] as const) {
    for (const airport of airports) {
      const code = airport[kind];
      if (code !== undefined && !index.has(code)) index.set(code, airport);
    }
  }
  return index;
}
