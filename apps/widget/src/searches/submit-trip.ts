import { today } from "../format/plain-date.ts";
import type { Dispatch } from "../journey.ts";
import { checkTrip } from "./check-trip.ts";
import { isSearchable } from "./to-search-request.ts";
import type { Trip } from "./trip.ts";

/** Sends the trip off, or says what is wrong with it. True when there was nothing wrong. Own words go straight to a request. */
export function submitTrip(trip: Trip, { now, dispatch }: { now: () => Date; dispatch: Dispatch }): boolean {
  const faults = checkTrip(trip, today(now()));
  if (faults.length > 0) dispatch({ type: "trip-faulted", faults });
  else dispatch(isSearchable(trip) ? { type: "search-submitted", trip } : { type: "request-opened" });
  return faults.length === 0;
}
