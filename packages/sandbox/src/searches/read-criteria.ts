import type { AvinodeSearchRequest } from "@liftline/schema/avinode";
import { invalid, unprocessable } from "../http/refusal.ts";
import { aircraftCategories, aircraftTypes } from "../world/aircraft-types.ts";
import type { Aircraft } from "../world/fleet.ts";
import { isCurrency } from "../world/currencies.ts";

/** What narrows a search, checked. */
export interface Criteria {
  allows(aircraft: Aircraft): boolean;
  maxFuelStops: number;
  /** Undefined: the marketplace's own judgement. */
  maxPositioningMinutes: number | undefined;
}

type Lift = NonNullable<NonNullable<AvinodeSearchRequest["criteria"]>["requiredLift"]>[number];

/** Refuses empty and unknown lifts with LIFT_INVALID, as the marketplace does for empty strings (A10). */
export function readCriteria(request: AvinodeSearchRequest): Criteria {
  const criteria = request.criteria ?? {};
  const lifts = criteria.requiredLift ?? [];
  for (const [index, lift] of lifts.entries()) checkLift(lift, `criteria.requiredLift[${index}]`);
  for (const key of ["maxFuelStopsPerSegment", "maxInitialPositioningTimeMinutes", "minimumYearOfMake"] as const) {
    if ((criteria[key] ?? 0) < 0) throw invalid(`field: criteria.${key}`, `criteria.${key}`);
  }
  for (const code of request.outputCurrencies ?? []) {
    if (!isCurrency(code)) throw invalid("field: outputCurrencies", "outputCurrencies");
  }
  const partnerships = criteria.requiredPartnerships ?? [];
  const oldest = criteria.minimumYearOfMake ?? 0;
  return {
    allows: (aircraft) =>
      aircraft.yearOfMake >= oldest &&
      (lifts.length === 0 || lifts.some((lift) => isLift(aircraft, lift))) &&
      (partnerships.length === 0 || partnerships.some((name) => aircraft.partnerships.includes(name))),
    maxFuelStops: criteria.maxFuelStopsPerSegment ?? Number.POSITIVE_INFINITY,
    maxPositioningMinutes: criteria.maxInitialPositioningTimeMinutes,
  };
}

function checkLift(lift: Lift, path: string): void {
  const texts = Object.values(lift);
  const known =
    texts.length > 0 &&
    texts.every((text) => text?.trim() !== "") &&
    (lift.aircraftCategory === undefined ||
      aircraftCategories.some((category) => same(category, lift.aircraftCategory))) &&
    (lift.aircraftType === undefined || aircraftTypes.some(({ type }) => same(type, lift.aircraftType)));
  if (!known) throw unprocessable("LIFT_INVALID", "The lift is not valid", path);
}

/** Several keys of one lift must all fit. */
function isLift({ type, tail }: Aircraft, lift: Lift): boolean {
  return (
    (lift.aircraftCategory === undefined || same(type.category, lift.aircraftCategory)) &&
    (lift.aircraftType === undefined ||
      same(type.type, lift.aircraftType) ||
      same(type.superType, lift.aircraftType)) &&
    (lift.aircraftTail === undefined || same(tail, lift.aircraftTail))
  );
}

/** `Heavy Jet` and `Heavy jet` both occur (G16). */
function same(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}
