import type { FlightMemory } from "../routing/fly-leg.ts";
import { planTrip, type AskedLeg, type Trip } from "../routing/plan-trip.ts";
import { createRandom, seedFor } from "../random.ts";
import type { Failure } from "../sentinels.ts";
import type { Aircraft } from "../world/fleet.ts";
import { convert } from "../world/currencies.ts";
import { priceTrip } from "./price-trip.ts";
import type { Criteria } from "./read-criteria.ts";

/** An aircraft's offer for a trip. */
export interface Offer {
  trip: Trip;
  /** In the seller's currency, without commission. */
  netPrice: number;
}

export interface OfferQuery {
  fleet: Aircraft[];
  legs: AskedLeg[];
  criteria: Criteria;
  includeUnavailable: boolean;
  now: number;
  seed: number;
  failure: Failure | undefined;
  /** Whether its uploaded schedule keeps an aircraft from flying between two moments; undefined where none is uploaded. */
  isOccupied?: (aircraft: Aircraft, from: number, to: number) => boolean | undefined;
}

const maxOffers = 300;
const weekMs = 604_800_000;
/** A crew needs this long before the first take-off. */
const callOutMs = 60 * 60_000;

/** At most 300, cheapest first (seed 004). */
export function findOffers(query: OfferQuery): Offer[] {
  const memory: FlightMemory = new Map();
  const offers = query.fleet
    .filter((aircraft) => query.criteria.allows(aircraft))
    .map((aircraft) => findOffer(query, memory, aircraft))
    .filter((offer) => offer !== undefined)
    .sort(byPrice);
  if (query.failure === "none") return [];
  if (query.failure === "one") return offers.slice(0, 1);
  return (query.failure === "many" ? filled(offers) : offers).slice(0, maxOffers);
}

function findOffer(query: OfferQuery, memory: FlightMemory, aircraft: Aircraft): Offer | undefined {
  const trip = planTrip(memory, aircraft, query.legs);
  const departsAt = trip?.legs[0]?.departsAt;
  if (trip === undefined || departsAt === undefined) return undefined;
  if (trip.legs.some(({ flight }) => flight.fuelStops.length > query.criteria.maxFuelStops)) return undefined;
  if (query.failure !== "many" && !comesInTime(query, trip, departsAt)) return undefined;
  return { trip, netPrice: priceTrip(trip) };
}

function comesInTime(query: OfferQuery, trip: Trip, departsAt: number): boolean {
  const { initialPositioningMinutes: minutes, aircraft, legs } = trip;
  const longest = Math.max(...legs.map(({ flight }) => flight.blockMinutes));
  // Nobody sends an aircraft across the world for a short hop: unasked, it positions four to seven hours, as the longest leg is.
  if (minutes > (query.criteria.maxPositioningMinutes ?? Math.min(Math.max(240, longest), 420))) return false;
  if (query.includeUnavailable) return true;
  const leavesAt = departsAt - minutes * 60_000;
  const isTaken =
    query.isOccupied?.(aircraft, leavesAt, legs.at(-1)?.arrivesAt ?? departsAt) ??
    isBusy(aircraft, departsAt, query.seed);
  return leavesAt - callOutMs >= query.now && !isTaken;
}

/** About one aircraft in five is away or in maintenance in any week, the same ones for the same seed. */
function isBusy(aircraft: Aircraft, departsAt: number, seed: number): boolean {
  const week = Math.floor(departsAt / weekMs);
  return createRandom(seedFor(seed, `busy ${aircraft.serial} ${week}`)).chance(0.2);
}

/** Repeats offers as sister ships until there are 300. */
function filled(offers: Offer[]): Offer[] {
  if (offers.length === 0) return offers;
  const rounds = Math.ceil(maxOffers / offers.length);
  return Array.from({ length: rounds }, () => offers)
    .flat()
    .slice(0, maxOffers)
    .sort(byPrice);
}

function byPrice(one: Offer, other: Offer): number {
  return inEuro(one) - inEuro(other);
}

function inEuro({ netPrice, trip }: Offer): number {
  return convert(netPrice, trip.aircraft.operator.currency, "EUR");
}
