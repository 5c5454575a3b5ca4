import { flyLeg } from "../routing/fly-leg.ts";
import { distanceNm } from "../routing/great-circle.ts";
import { priceTrip } from "../searches/price-trip.ts";
import type { AircraftType } from "../world/aircraft-types.ts";
import type { Airport } from "../world/airports.ts";
import type { Aircraft } from "../world/fleet.ts";
import type { Asked } from "./empty-leg.ts";

/** Knots, where nobody knows what flies. */
const usualSpeedKt = 400;

/** How long the way takes; a rough figure where the type is unknown or could not fly it itself. */
export function estimateFlight(
  type: AircraftType | undefined,
  way: { from: Airport; to: Airport },
): { flightMinutes: number; blockMinutes: number; distanceNm: number } {
  const flight = type && flyLeg(new Map(), { type, ...way });
  if (flight) return flight;
  const distance = Math.round(distanceNm(way.from, way.to));
  const flightMinutes = Math.round(10 + (distance / (type?.cruiseKt ?? usualSpeedKt)) * 60);
  return { flightMinutes, blockMinutes: flightMinutes + 12, distanceNm: distance };
}

/** What this flight alone costs by the profile for usual charter; nothing where the seller quotes by a module of its own. */
export function calculatePrice(
  aircraft: Aircraft | undefined,
  flown: { from: Airport; to: Airport; startsAt: number },
): Asked | undefined {
  if (aircraft === undefined || aircraft.externalQuote) return undefined;
  const { from, to, startsAt } = flown;
  const flight = flyLeg(new Map(), { type: aircraft.type, from, to });
  if (flight === undefined) return undefined;
  const arrivesAt = startsAt + flight.blockMinutes * 60_000;
  const leg = { from, to, at: startsAt, means: "departure" as const, passengers: 0, timeTbd: false };
  const amount = priceTrip({
    aircraft,
    legs: [{ ...leg, flight, departsAt: startsAt, arrivesAt }],
    initialPositioningMinutes: 0,
    ferryMinutes: 0,
    ferryLandings: 0,
    nights: 0,
  });
  return { amount, currency: aircraft.operator.currency };
}
