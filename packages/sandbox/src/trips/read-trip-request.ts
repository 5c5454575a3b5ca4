import type { AvinodeTripCriteria, AvinodeTripRequest } from "@liftline/schema/avinode";
import type { State } from "../state.ts";
import { checkLifts } from "./check-lifts.ts";
import { readSegments } from "./read-segments.ts";
import type { StoredTrip } from "./trip-book.ts";

/** What a trip is made of, checked. */
export function readTrip(
  { segments, criteria, externalTripId }: AvinodeTripRequest,
  { state, now }: { state: State; now: number },
): Pick<StoredTrip, "segments" | "criteria" | "externalTripId"> {
  const areHelicopters = checkLifts(criteria.requiredLift ?? [], state);
  const allowsFreeText = areHelicopters.every(Boolean);
  return { segments: readSegments(segments, { now, allowsFreeText }), criteria: known(criteria), externalTripId };
}

function known(criteria: AvinodeTripCriteria): AvinodeTripCriteria {
  return structuredClone(criteria);
}
