import { createMarketplace, sandboxApiToken, sandboxConnections, type Marketplace } from "@liftline/sandbox";
import { marketplaceFetch } from "@liftline/sandbox/node";
import {
  connectAvinode,
  createAircraft,
  createAircraftTypes,
  createAirports,
  createEmptyLegs,
  createLeads,
  createQuotes,
  createRfqs,
  createSchedules,
  createSearches,
  createTripMessages,
  createTrips,
  createWatches,
  createWebhooks,
  type AvinodeClientOptions,
  type AvinodeConnection,
} from "../src/avinode/index.ts";
import { createVirtualTime, type VirtualTime } from "./virtual-time.ts";

export type Company = Exclude<keyof typeof sandboxConnections, "oauth">;

/** Everything that can be done over a connection. */
export function createResources(connection: AvinodeConnection, clock?: { now(): number }) {
  return {
    airports: createAirports(connection),
    searches: createSearches(connection),
    leads: createLeads(connection),
    emptyLegs: createEmptyLegs(connection),
    /** The same, told where views are reported: the sandbox's guess. */
    viewedLegs: createEmptyLegs(connection, { viewedPath: "/viewed" }),
    watches: createWatches(connection),
    trips: createTrips(connection),
    rfqs: createRfqs(connection),
    quotes: createQuotes(connection),
    tripMessages: createTripMessages(connection),
    schedules: createSchedules(connection, { clock }),
    aircraft: createAircraft(connection),
    aircraftTypes: createAircraftTypes(connection),
    webhooks: createWebhooks(connection),
  };
}
export type Resources = ReturnType<typeof createResources>;

export interface World {
  marketplace: Marketplace;
  time: VirtualTime;
  as(company: Company, options?: Partial<AvinodeClientOptions>): Resources;
}

/** A simulated marketplace and its members, on one clock. */
export function createWorld(): World {
  const time = createVirtualTime();
  const marketplace = createMarketplace({ clock: time.clock, rate: null });
  return {
    marketplace,
    time,
    as: (company, options = {}) => {
      const connection = connectAvinode({
        baseUrl: marketplace.baseUrl,
        product: "Liftline v1.0",
        apiToken: sandboxApiToken,
        auth: { kind: "token", token: sandboxConnections[company].token },
        rate: { perSecond: 1000, burst: 1000 },
        fetch: marketplaceFetch(marketplace),
        clock: time.clock,
        sleep: time.sleep,
        random: () => 0,
        ...options,
      });
      return createResources(connection, time.clock);
    },
  };
}
