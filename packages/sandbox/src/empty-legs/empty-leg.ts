import type { AircraftType } from "../world/aircraft-types.ts";
import type { Airport } from "../world/airports.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { Operator } from "../world/operators.ts";

/** What somebody asks, in its own currency. */
export interface Asked {
  amount: number;
  /** ISO 4217 */
  currency: string;
}

/** A leg on the market, as it stands at some moment. */
export interface EmptyLeg {
  id: string;
  /** What it is published for: an aircraft, a type or, with neither, a category. */
  aircraft: Aircraft | undefined;
  type: AircraftType | undefined;
  category: string;
  /** Undefined where only a category is known. */
  seats: number | undefined;
  seller: Operator;
  brokered: boolean;
  verified: boolean;
  message: string | undefined;
  from: Airport;
  to: Airport;
  /** The planned flight, or the first and last moment of the window it is marketed for. */
  startsAt: number;
  endsAt: number;
  /** In the air. */
  flightMinutes: number;
  distanceNm: number;
  /** By the seller, or its empty-leg profile. */
  price: Asked | undefined;
  /** By the seller's profile for usual charter, where it has one. */
  calculated: Asked | undefined;
  /** Grows with each change. */
  version: number;
}
