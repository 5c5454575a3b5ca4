import { writeAirport } from "../airports/write-airport.ts";
import { flyFerry } from "../routing/fly-ferry.ts";
import { taxiMinutes } from "../routing/fly-leg.ts";
import { distanceNm } from "../routing/great-circle.ts";
import { writeInstant } from "../routing/local-time.ts";
import type { Trip } from "../routing/plan-trip.ts";
import { writeSegment } from "../searches/write-hit.ts";
import type { Side } from "../trips/trip-book.ts";
import type { Airport } from "../world/airports.ts";

/** The flights of a calculated quote. Only its seller sees how the aircraft comes and goes. */
export function writeOfferSegments(trip: Trip, side: Side): object[] {
  const flights = trip.legs.map(writeSegment);
  const [first, last] = [trip.legs[0], trip.legs.at(-1)];
  if (side === "buyer" || first === undefined || last === undefined) return flights;
  const { position, home } = trip.aircraft;
  return [
    ...writeFerry(trip, { from: position, to: first.from, endsAt: first.departsAt }),
    ...flights,
    ...writeFerry(trip, { from: last.to, to: home, startsAt: last.arrivesAt }),
  ];
}

type FerryWish = { from: Airport; to: Airport } & ({ startsAt: number } | { endsAt: number });

function writeFerry({ aircraft: { type } }: Trip, wish: FerryWish): object[] {
  const { from, to } = wish;
  const ferry = flyFerry(type, from, to);
  if (ferry === undefined || ferry.landings === 0) return [];
  const { blockMinutes, landings } = ferry;
  const ms = blockMinutes * 60_000;
  const departsAt = "startsAt" in wish ? wish.startsAt : wish.endsAt - ms;
  return [
    {
      startAirport: writeAirport(from),
      endAirport: writeAirport(to),
      departureDateTime: { ...writeInstant(departsAt, from.zone), calculated: true },
      arrivalDateTime: { ...writeInstant(departsAt + ms, to.zone), calculated: true },
      blockMinutes,
      flightMinutes: blockMinutes - landings * taxiMinutes(type),
      fuelMinutes: 0,
      paxCount: 0,
      paxSegment: false,
      distanceNM: Math.round(distanceNm(from, to)),
      fuelStopCount: landings - 1,
    },
  ];
}
