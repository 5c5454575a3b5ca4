import type { AircraftType } from "../world/aircraft-types.ts";
import { airports, type Airport } from "../world/airports.ts";
import { distanceNm, eastward } from "./great-circle.ts";

/** A flight from one airport to another, refuelling on the way where it must. */
export interface Flight {
  distanceNm: number;
  /** In the air, all hops together. */
  flightMinutes: number;
  /** On the ground at fuel stops. */
  fuelMinutes: number;
  /** From off blocks to on blocks: flight, taxi and fuel stops. */
  blockMinutes: number;
  fuelStops: Airport[];
}

/** Remembers flights of one search: many aircraft share type and way. */
export type FlightMemory = Map<string, Flight | undefined>;

/** Of a flight without passengers. */
export const maxFuelStops = 3;
export const fuelStopMinutes = 45;
const stopFields = airports.filter(({ city, kind }) => city !== "SANDBOX" && kind === "AIRPORT");

/** The flight, or nothing where the type cannot make it: runway too short, sea too wide, too many stops. */
export function flyLeg(
  memory: FlightMemory,
  leg: { type: AircraftType; from: Airport; to: Airport },
): Flight | undefined {
  const { type, from, to } = leg;
  const key = `${type.slug} ${from.icao} ${to.icao}`;
  if (!memory.has(key)) memory.set(key, work(type, from, to));
  return memory.get(key);
}

function work(type: AircraftType, from: Airport, to: Airport): Flight | undefined {
  if (!canUse(type, from) || !canUse(type, to)) return undefined;
  const fuelStops = findFuelStops(type, from, to);
  if (fuelStops === undefined) return undefined;
  const stations = [from, ...fuelStops, to];
  const hops = stations.slice(1).map((station, index) => hopMinutes(type, stations[index] ?? from, station));
  const flightMinutes = hops.reduce((sum, minutes) => sum + minutes, 0);
  const fuelMinutes = fuelStops.length * fuelStopMinutes;
  return {
    distanceNm: Math.round(distanceNm(from, to)),
    flightMinutes,
    fuelMinutes,
    blockMinutes: flightMinutes + taxiMinutes(type) * hops.length + fuelMinutes,
    fuelStops,
  };
}

/** Helicopters land on helipads and airports, aeroplanes where the runway is long enough. */
function canUse(type: AircraftType, airport: Airport): boolean {
  return type.layout === "helicopter" || (airport.kind === "AIRPORT" && airport.runwayM >= type.runwayM);
}

export function hopMinutes(type: AircraftType, from: Airport, to: Airport): number {
  const climbAndApproach = type.layout === "helicopter" ? 3 : 10;
  return Math.round(climbAndApproach + (distanceNm(from, to) / groundSpeedKt(type, from, to)) * 60);
}

/** With westerly winds aloft between 20 and 70 degrees, felt by what flies high; a crude mean of the year. */
export function groundSpeedKt(type: AircraftType, from: Airport, to: Airport): number {
  const latitude = Math.abs((from.latitude + to.latitude) / 2);
  const wind =
    latitude > 20 && latitude < 70 ? { jet: 38, turboprop: 20, piston: 8, turboshaft: 4 }[type.propulsion] : 0;
  return type.cruiseKt + wind * eastward(from, to);
}

export function taxiMinutes(type: AircraftType): number {
  return type.layout === "helicopter" ? 4 : 12;
}

/** Whether fuel lasts: the published range already keeps a reserve; headwind makes the way longer. */
function reaches(type: AircraftType, from: Airport, to: Airport): boolean {
  return (distanceNm(from, to) * type.cruiseKt) / groundSpeedKt(type, from, to) <= type.rangeNm;
}

/** What an operator would still offer: nobody crosses an ocean in a piston. */
function mostStopsWithPassengers(type: AircraftType): number {
  return type.category === "Piston" || type.layout === "helicopter" ? 1 : 2;
}

function findFuelStops(type: AircraftType, from: Airport, to: Airport): Airport[] | undefined {
  const stops: Airport[] = [];
  let at = from;
  while (!reaches(type, at, to)) {
    const next = stops.length === mostStopsWithPassengers(type) ? undefined : nextStop(type, at, to);
    if (next === undefined) return undefined;
    stops.push(next);
    at = next;
  }
  return stops;
}

/** The stop that lengthens the way least; among those, one from which the destination is in reach goes first. */
function nextStop(type: AircraftType, at: Airport, to: Airport): Airport | undefined {
  const direct = distanceNm(at, to);
  let best: { airport: Airport; cost: number } | undefined;
  for (const airport of stopFields) {
    const flown = distanceNm(at, airport);
    const left = distanceNm(airport, to);
    if (flown < 50 || flown > type.rangeNm * 1.2 || left > direct - type.rangeNm * 0.35) continue;
    if (!canUse(type, airport) || !reaches(type, at, airport)) continue;
    const cost = flown + left + (reaches(type, airport, to) ? 0 : direct) + left * 0.05;
    if (best === undefined || cost < best.cost) best = { airport, cost };
  }
  return best?.airport;
}
