import type { AvinodeStopRequest } from "@liftline/schema/avinode";
import { writeAirportResource } from "../airports/write-airport.ts";
import { writeInstant } from "../routing/local-time.ts";
import type { Airport } from "../world/airports.ts";
import type { StoredSegment } from "./trip-book.ts";

/** A leg as it was asked for, with what the marketplace knows of its ends (seed 004). */
export function writeTripSegment({ asked, from, to, at }: StoredSegment, baseUrl: string): object {
  const details = (airport: Airport) => ({
    ...writeAirportResource(airport, { baseUrl, fields: new Set() }),
    airportId: airport.id,
  });
  const there = asked.dateTime.departure ? from : to;
  const instant = at === undefined ? undefined : writeInstant(at, there?.zone ?? "UTC");
  return {
    startAirport: writeStop(asked.startAirport, from),
    endAirport: writeStop(asked.endAirport, to),
    dateTime: asked.dateTime,
    paxCount: asked.paxCount,
    paxSegment: asked.paxSegment ?? asked.paxCount !== "0",
    paxTBD: asked.paxTBD ?? false,
    timeTBD: asked.timeTBD ?? false,
    ...(asked.clientIdentifier && { clientIdentifier: asked.clientIdentifier }),
    ...(from && { startAirportDetails: details(from) }),
    ...(to && { endAirportDetails: details(to) }),
    ...(instant && { [asked.dateTime.departure ? "departureDateTime" : "arrivalDateTime"]: instant }),
  };
}

/** Without an airport only the text remains. */
export function writeStop(asked: AvinodeStopRequest, airport: Airport | undefined): object {
  const searchValue = asked.icao ?? asked.iata ?? asked.faa ?? asked.searchValue ?? "";
  if (airport === undefined) return { searchValue };
  const { id, icao, iata, faa } = airport;
  return { selectedValue: id, searchValue, icao, ...(iata && { iata }), ...(faa && { faa }) };
}
