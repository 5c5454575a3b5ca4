import type { AvinodePlace, AvinodeWatchRequest } from "@liftline/schema/avinode";
import type { Call } from "../http/endpoint.ts";
import { invalid, unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { aircraftCategories } from "../world/aircraft-types.ts";
import { findAirport } from "../world/airports.ts";

/** Refuses a watch that cannot be; the rules are of seed 004, most codes are ours. */
export function checkWatch(
  body: AvinodeWatchRequest,
  { call, state, id }: { call: Call; state: State; id: string | null },
): void {
  const isTaken = [...state.legs.watches.values()].some(
    (other) =>
      other.id !== id && other.connection === call.connection.name && other.body.uniqueName === body.uniqueName,
  );
  if (isTaken) throw unprocessable("UNIQUE_NAME_NOT_UNIQUE", "Another watch has this name", "uniqueName");
  for (const [index, { start, end }] of body.watchedSegments.entries()) {
    checkPlace(start, { code: "START_AIRPORT_INVALID", path: `watchedSegments[${index}].start` });
    checkPlace(end, { code: "END_AIRPORT_INVALID", path: `watchedSegments[${index}].end` });
  }
  for (const [index, { aircraftCategory }] of (body.lifts ?? []).entries()) {
    const category = aircraftCategories.find((name) => name.toLowerCase() === aircraftCategory?.toLowerCase());
    if (category === undefined || category.startsWith("Helicopter")) {
      throw unprocessable("LIFT_INVALID", "Not a fixed wing category", `lifts[${index}].aircraftCategory`);
    }
  }
}

/** One way of naming a place, and one only; a province needs its country. */
function checkPlace(place: AvinodePlace, { code, path }: { code: string; path: string }): void {
  const { airport, icaoPrefix, countryCode, provinceCode } = place;
  const ways = [airport, icaoPrefix, countryCode ?? provinceCode].filter((way) => way !== undefined);
  if (ways.length !== 1) throw invalid(`field: ${path}`, path);
  if (airport && !findAirport(airport.icao ?? airport.iata ?? airport.faa ?? "")) {
    throw unprocessable(code, "The airport is unknown", `${path}.airport`);
  }
  if (icaoPrefix !== undefined && !/^[A-Z]{1,4}$/i.test(icaoPrefix))
    throw invalid(`field: ${path}.icaoPrefix`, `${path}.icaoPrefix`);
  if (countryCode !== undefined && !/^[A-Z]{2}$/i.test(countryCode))
    throw invalid(`field: ${path}.countryCode`, `${path}.countryCode`);
  if (provinceCode !== undefined && !isProvince(provinceCode, countryCode)) {
    throw invalid(`field: ${path}.provinceCode`, `${path}.provinceCode`);
  }
}

/** US states and Canadian provinces only (seed 004), as `AZ` beside the country or as `US-AZ`. */
function isProvince(code: string, country: string | undefined): boolean {
  const [, prefix = country] = /^([A-Z]{2})-[A-Z]{2}$/i.exec(code) ?? [];
  const isCode = /^([A-Z]{2}-)?[A-Z]{2}$/i.test(code);
  return isCode && (prefix?.toUpperCase() === "US" || prefix?.toUpperCase() === "CA");
}
