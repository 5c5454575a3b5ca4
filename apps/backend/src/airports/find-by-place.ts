import type { Airport } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import { askMarketplace, cacheScope, type AirportSources } from "./ask-marketplace.ts";

export interface PlaceLookup {
  broker: Broker;
  query: { latitude: number; longitude: number; limit: number };
}

/** How far "near me" reaches, in nautical miles. */
const reachNm = 100;

export async function findByPlace(sources: AirportSources, { broker, query }: PlaceLookup): Promise<Airport[]> {
  // Near enough to find an airport by, too rough to tell where somebody lives.
  const [latitude, longitude] = [toTenth(query.latitude), toTenth(query.longitude)];
  const key = `${cacheScope(broker)} @${latitude},${longitude}`;
  const answer =
    sources.airportCache.findFresh(key) ??
    (await askMarketplace(sources, {
      broker,
      key,
      search: { latitude, longitude, maxDistance: reachNm },
      // As it comes: what is popular around here is worth more than what is a mile nearer.
      arrange: (airports) => airports,
    }));
  if (!answer || answer.airports.length === 0) return sources.airportIndex.nearby(query, query.limit);
  return answer.airports.slice(0, query.limit);
}

function toTenth(degrees: number): number {
  return Math.round(degrees * 10) / 10;
}
