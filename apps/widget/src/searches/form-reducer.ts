import type { Action, Journey } from "../journey.ts";
import type { Fault } from "./check-trip.ts";
import type { Trip } from "./trip.ts";

/** The journey as far as the form moves it: all that the first file needs to know. The whole is `journeyReducer`. */
export function formReducer(journey: Journey, action: Action): Journey {
  if (journey.step !== "searching" || action.type !== "trip-edited") return journey;
  return { ...journey, trip: action.trip, faults: stillOpen(journey.faults, action.trip, journey.trip) };
}

/** A fault goes when the visitor touches its field; a change of the number of legs clears all. */
function stillOpen(faults: readonly Fault[], next: Trip, before: Trip): readonly Fault[] {
  if (next.kind !== before.kind || next.legs.length !== before.legs.length) return [];
  return faults.filter((fault) => {
    if (fault.leg === null) return next.passengers === before.passengers;
    const field = fault.field === "passengers" ? "date" : fault.field;
    return next.legs[fault.leg]?.[field] === before.legs[fault.leg]?.[field];
  });
}
