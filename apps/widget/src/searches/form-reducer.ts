import type { Action, Journey } from "../journey.ts";
import type { Fault } from "./check-trip.ts";
import type { Trip } from "./trip.ts";

/** The journey as far as the form moves it: all that the first file needs to know. The whole is `journeyReducer`. */
export function formReducer(journey: Journey, action: Action): Journey {
  switch (action.type) {
    case "trip-edited":
      return journey.step === "searching"
        ? { ...journey, trip: action.trip, faults: stillOpen(journey.faults, action.trip, journey.trip) }
        : journey;
    case "trip-faulted":
      return journey.step === "searching" ? { ...journey, faults: action.faults } : journey;
    case "search-submitted":
      return journey.step === "waiting" ? journey : { step: "waiting", trip: action.trip };
    default:
      return journey;
  }
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
