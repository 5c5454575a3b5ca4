import type { AvinodeTripCriteria } from "@liftline/schema/avinode";
import { unprocessable } from "../http/refusal.ts";
import type { State } from "../state.ts";
import { aircraftCategories, aircraftTypes } from "../world/aircraft-types.ts";
import type { Aircraft } from "../world/fleet.ts";

export type LiftWish = NonNullable<AvinodeTripCriteria["requiredLift"]>[number];

/** Refuses what is no lift, and tells of each whether it is a helicopter. */
export function checkLifts(lifts: readonly LiftWish[], { fleet }: State): boolean[] {
  return lifts.map((lift, index) => {
    const { aircraftCategory, aircraftType, aircraftTail, emptyLegId } = lift;
    const texts = [aircraftCategory, aircraftType, aircraftTail, emptyLegId].filter((text) => text !== undefined);
    const fits = fleet.filter((aircraft) => isLift(aircraft, lift));
    const isNamed =
      aircraftTail === undefined
        ? (aircraftCategory === undefined || aircraftCategories.some((known) => same(known, aircraftCategory))) &&
          (aircraftType === undefined || aircraftTypes.some(({ type }) => same(type, aircraftType)))
        : fits.length > 0;
    if (texts.length === 0 || texts.some((text) => text.trim() === "") || !isNamed) {
      throw unprocessable("LIFT_INVALID", "The lift is not valid", `criteria.requiredLift[${index}]`);
    }
    return fits.length > 0 && fits.every(({ type }) => type.layout === "helicopter");
  });
}

/** Several keys of one lift must all fit. */
export function isLift({ type, tail }: Aircraft, { aircraftCategory, aircraftType, aircraftTail }: LiftWish): boolean {
  return (
    (aircraftCategory === undefined || same(type.category, aircraftCategory)) &&
    (aircraftType === undefined || same(type.type, aircraftType) || same(type.superType, aircraftType)) &&
    (aircraftTail === undefined || same(tail, aircraftTail))
  );
}

/** `Heavy Jet` and `Heavy jet` both occur (G16). */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
