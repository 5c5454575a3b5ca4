import type { TabStorage } from "../widget-context.ts";
import { prefillTrip, type Prefill } from "./prefill-trip.ts";
import { MAX_LEGS, type Trip, type TripLeg } from "./trip.ts";

const NAME = "trip";

interface Draft {
  /** The page's wishes when the draft was made: a page with other wishes starts anew. */
  prefill: string;
  trip: Trip;
}

/** The trip that the visitor left in this tab, or the one that the page asks for. */
export function readTrip(storage: TabStorage, prefill: Prefill): Trip {
  const draft = storage.read(NAME);
  return isDraft(draft) && draft.prefill === JSON.stringify(prefill) ? draft.trip : prefillTrip(prefill);
}

export function keepTrip(storage: TabStorage, prefill: Prefill, trip: Trip): void {
  storage.write(NAME, { prefill: JSON.stringify(prefill), trip } satisfies Draft);
}

/** Whatever lies in the storage was perhaps written by another version of us, or by somebody else. */
function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  const trip = draft?.trip;
  return (
    typeof draft?.prefill === "string" &&
    typeof trip === "object" &&
    ["one-way", "return", "several"].includes(trip.kind) &&
    Array.isArray(trip.legs) &&
    trip.legs.length >= 1 &&
    trip.legs.length <= MAX_LEGS &&
    trip.legs.every(isLeg) &&
    Number.isInteger(trip.passengers) &&
    (trip.timeMeans === "departure" || trip.timeMeans === "arrival") &&
    Array.isArray(trip.categories) &&
    trip.categories.every((category) => typeof category === "string") &&
    (trip.currency === null || typeof trip.currency === "string")
  );
}

function isLeg(leg: TripLeg | null): boolean {
  return typeof leg?.date === "string" && typeof leg.time === "string" && isPlace(leg.from) && isPlace(leg.to);
}

function isPlace(place: TripLeg["from"]): boolean {
  if (place === null) return true;
  const { code, name, city, country } = place ?? {};
  return [code, name, city, country].every((text) => typeof text === "string");
}
