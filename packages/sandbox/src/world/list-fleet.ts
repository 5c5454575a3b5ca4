import type { SandboxConnection } from "../connections.ts";
import { companyOf } from "./company-of.ts";
import type { Aircraft } from "./fleet.ts";

/** An aircraft as its seller knows it. */
export interface MarketedAircraft {
  aircraftTail: string;
  aircraftType: string;
  aircraftCategory: string;
  maxPax: number;
  /** ICAO code of where it is at home. */
  homebase: string;
}

/** What a connection's company markets. */
export function listFleet(connection: SandboxConnection, fleet: readonly Aircraft[]): MarketedAircraft[] {
  const company = companyOf(connection, fleet);
  return fleet
    .filter(({ operator }) => company !== undefined && operator === company)
    .map(({ tail, type, seats, home }) => ({
      aircraftTail: tail,
      aircraftType: type.type,
      aircraftCategory: type.category,
      maxPax: seats,
      homebase: home.icao,
    }));
}
