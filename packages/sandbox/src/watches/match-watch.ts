import type { AvinodePlace, AvinodeWatchRequest } from "@liftline/schema/avinode";
import type { EmptyLeg } from "../empty-legs/empty-leg.ts";
import { findAirport, type Airport } from "../world/airports.ts";

const dayMs = 86_400_000;

/** Exact, unlike the search: every property must match, a list by any of its members (seed 004). */
export function matchesWatch(leg: EmptyLeg, watch: AvinodeWatchRequest, now: number): boolean {
  const { watchedSegments, priced, verified, lifts, daysOut } = watch;
  return (
    watchedSegments.some(({ start, end }) => isIn(leg.from, start) && isIn(leg.to, end)) &&
    (!priced || leg.price !== undefined) &&
    (!verified || leg.verified) &&
    (lifts === undefined ||
      lifts.some(({ aircraftCategory: name }) => name?.toLowerCase() === leg.category.toLowerCase())) &&
    (daysOut === undefined || leg.startsAt <= now + daysOut * dayMs)
  );
}

function isIn(airport: Airport, { airport: code, icaoPrefix, provinceCode, countryCode }: AvinodePlace): boolean {
  if (code) return findAirport(code.icao ?? code.iata ?? code.faa ?? "") === airport;
  if (icaoPrefix) return airport.icao.startsWith(icaoPrefix.toUpperCase());
  const isCountry = countryCode === undefined || airport.country.code === countryCode.toUpperCase();
  if (!provinceCode) return isCountry;
  // `AZ` beside a country in the example, `US-AZ` by the general rule (G22).
  const province = airport.province?.code;
  const wanted = provinceCode.toUpperCase();
  return isCountry && (province === wanted || province === `${airport.country.code}-${wanted}`);
}
