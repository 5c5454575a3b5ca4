import type { Airport, AirportQuery } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import type { AirportCache } from "./airport-cache.ts";
import type { AirportIndex } from "./airport-index.ts";

export interface AirportDependencies {
  airportCache: AirportCache;
  airportIndex: AirportIndex;
}

/** Airports for what an end-client typed, or around where they are. Never fails: our own index stands in. */
export async function findAirports(
  { airportIndex }: AirportDependencies,
  { query }: { broker: Broker; query: AirportQuery },
): Promise<Airport[]> {
  if (!("query" in query)) return airportIndex.nearby(query, query.limit);
  return airportIndex.search(query.query, query.limit);
}
