import type { AirportSearch } from "@liftline/api-client/avinode";
import type { Airport } from "@liftline/schema";
import type { Broker } from "../brokers/broker.ts";
import type { AirportAnswer, AirportCache } from "./airport-cache.ts";
import type { AirportIndex } from "./airport-index.ts";
import { showAirport } from "./show-airport.ts";

/** Where airports come from: what the marketplace said lately, the marketplace itself, and our own index. */
export interface AirportSources {
  airportCache: AirportCache;
  airportIndex: AirportIndex;
}

export interface AirportCall {
  broker: Broker;
  /** The cache's. */
  key: string;
  search: AirportSearch;
  /** Puts the marketplace's airports, most popular first, into the order to show them in. */
  arrange: (airports: Airport[]) => Airport[];
}

/** How long somebody who types waits for the marketplace, in milliseconds. */
const patienceMs = 2_500;
const pageSize = 40;
/** Fewer than a page, with room for airports that were left out because they could not be read. */
const completeBelow = 30;

/** Undefined where the call budget is spent or no answer comes in time, and no older one is at hand. */
export async function askMarketplace(
  { airportCache }: AirportSources,
  { broker, key, search, arrange }: AirportCall,
): Promise<AirportAnswer | undefined> {
  const { marketplace } = broker;
  const mayCall = marketplace.budget("airports.search").available > 0;
  return airportCache.load(key, { scope: cacheScope(broker), mayCall }, async () => {
    const found = await marketplace.airports.search({ ...search, pageSize, signal: AbortSignal.timeout(patienceMs) });
    const airports = found.map(showAirport).filter((airport) => airport !== null);
    return { airports: arrange(airports), complete: found.length < completeBelow };
  });
}

/** What one connection was told is not for another. */
export function cacheScope({ id, environment }: Broker): string {
  return `${id} ${environment}`;
}
