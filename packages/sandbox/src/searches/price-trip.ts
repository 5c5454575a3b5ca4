import type { Trip } from "../routing/plan-trip.ts";
import { convert } from "../world/currencies.ts";

const dayMs = 86_400_000;
/** An empty hour costs a little less than one with passengers. */
const ferryShare = 0.85;
const minimumDailyHours = 1.5;

/** What the seller asks for, in its own currency, rounded to tens: hours, landings, nights, a daily minimum. */
export function priceTrip(trip: Trip): number {
  const { aircraft, legs } = trip;
  const { type, operator } = aircraft;
  const passengerMinutes = legs.reduce((sum, { flight }) => sum + flight.blockMinutes - flight.fuelMinutes, 0);
  const landings = legs.reduce((sum, { flight }) => sum + 1 + flight.fuelStops.length, 0) + trip.ferryLandings;
  const days = 1 + Math.floor(((legs.at(-1)?.arrivesAt ?? 0) - (legs[0]?.departsAt ?? 0)) / dayMs);
  const hours = Math.max(
    (passengerMinutes + trip.ferryMinutes * ferryShare) / 60,
    Math.min(days, trip.nights + 1) * minimumDailyHours,
  );
  const landingFee = convert(120 + type.lengthM * 28, "USD", operator.currency);
  const night = convert(500 + type.lengthM * 45, "USD", operator.currency);
  return Math.round((hours * aircraft.hourPrice + landings * landingFee + trip.nights * night) / 10) * 10;
}
