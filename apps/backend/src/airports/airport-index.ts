import type { Airport, Position } from "@liftline/schema";

/** Airports that we know ourselves, for when the marketplace cannot or must not be asked. */
export interface AirportIndex {
  /** Best match first: exact codes, then cities and names that begin with it, busier business airports above others. */
  search(text: string, limit: number): Airport[];
  /** Nearest sensible ones first. */
  nearby(position: Position, limit: number): Airport[];
}

export function createAirportIndex(): AirportIndex {
  return { search: () => [], nearby: () => [] };
}
