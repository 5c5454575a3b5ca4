import type { Aircraft } from "../world/fleet.ts";
import type { Airport } from "../world/airports.ts";
import { flyFerry, type Ferry } from "./fly-ferry.ts";
import { flyLeg, type Flight, type FlightMemory } from "./fly-leg.ts";

/** A leg as asked for. */
export interface AskedLeg {
  from: Airport;
  to: Airport;
  /** The asked instant, of departure or of arrival. */
  at: number;
  means: "departure" | "arrival";
  passengers: number;
  timeTbd: boolean;
}

export interface PlannedLeg extends AskedLeg {
  flight: Flight;
  departsAt: number;
  arrivesAt: number;
}

/** How one aircraft flies the whole trip. */
export interface Trip {
  aircraft: Aircraft;
  legs: PlannedLeg[];
  /** Block minutes from where it stands to the first departure. */
  initialPositioningMinutes: number;
  /** Block minutes without passengers: to the start, between legs, home. */
  ferryMinutes: number;
  ferryLandings: number;
  /** Nights away from home. */
  nights: number;
}

const turnaroundMs = 45 * 60_000;
const dayMs = 86_400_000;

/** The trip, or nothing where the aircraft is too small, cannot make a leg or cannot be there in time. */
export function planTrip(memory: FlightMemory, aircraft: Aircraft, asked: AskedLeg[]): Trip | undefined {
  if (asked.some(({ passengers }) => passengers > aircraft.seats)) return undefined;
  const legs = planLegs(memory, aircraft, asked);
  const first = legs?.[0];
  const last = legs?.at(-1);
  if (legs === undefined || first === undefined || last === undefined) return undefined;
  const out = flyFerry(aircraft.type, aircraft.position, first.from);
  const home = flyFerry(aircraft.type, last.to, aircraft.home);
  const between = ferryBetween(aircraft, legs);
  if (out === undefined || home === undefined || between === undefined) return undefined;
  return {
    aircraft,
    legs,
    initialPositioningMinutes: out.blockMinutes,
    ferryMinutes: out.blockMinutes + between.blockMinutes + home.blockMinutes,
    ferryLandings: out.landings + between.landings + home.landings,
    nights: between.nights,
  };
}

function planLegs(memory: FlightMemory, aircraft: Aircraft, asked: AskedLeg[]): PlannedLeg[] | undefined {
  const legs: PlannedLeg[] = [];
  for (const leg of asked) {
    const flight = flyLeg(memory, { type: aircraft.type, from: leg.from, to: leg.to });
    if (flight === undefined) return undefined;
    const blockMs = flight.blockMinutes * 60_000;
    const departsAt = leg.means === "departure" ? leg.at : leg.at - blockMs;
    legs.push({ ...leg, flight, departsAt, arrivesAt: departsAt + blockMs });
  }
  return legs;
}

/** Between two legs it waits, moves to the next start, or goes home and comes back when that is cheaper than the nights. */
function ferryBetween(aircraft: Aircraft, legs: PlannedLeg[]): (Ferry & { nights: number }) | undefined {
  const sum = { blockMinutes: 0, landings: 0, nights: 0 };
  for (const [index, next] of legs.entries()) {
    const previous = legs[index - 1];
    if (previous === undefined) continue;
    const move = flyFerry(aircraft.type, previous.to, next.from);
    if (move === undefined) return undefined;
    const gapMs = next.departsAt - previous.arrivesAt;
    const neededMs = turnaroundMs + move.blockMinutes * 60_000 + (move.landings > 0 ? turnaroundMs : 0);
    if (gapMs < neededMs && !next.timeTbd) return undefined;
    const nights = Math.max(0, Math.round(gapMs / dayMs));
    const viaHome = ferryHome(aircraft, previous.to, next.from);
    const goesHome = viaHome !== undefined && viaHome.blockMinutes < move.blockMinutes + nights * 110 && nights >= 2;
    sum.blockMinutes += goesHome ? viaHome.blockMinutes : move.blockMinutes;
    sum.landings += goesHome ? viaHome.landings : move.landings;
    sum.nights += goesHome ? 0 : nights;
  }
  return sum;
}

function ferryHome(aircraft: Aircraft, from: Airport, to: Airport): Ferry | undefined {
  const home = flyFerry(aircraft.type, from, aircraft.home);
  const back = flyFerry(aircraft.type, aircraft.home, to);
  return (
    home && back && { blockMinutes: home.blockMinutes + back.blockMinutes, landings: home.landings + back.landings }
  );
}
