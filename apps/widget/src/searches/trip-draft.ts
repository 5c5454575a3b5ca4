import type { TabStorage } from "../widget-context.ts";
import { prefillTrip, type Prefill } from "./prefill-trip.ts";
import { MAX_LEGS, type Trip } from "./trip.ts";

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

/** Only we write there, but perhaps another version of us: what would break the form is looked at. */
function isDraft(value: unknown): value is Draft {
  const trip = (value as Partial<Draft> | null)?.trip;
  const [leg] = trip?.legs ?? [];
  return typeof leg?.date === "string" && Array.isArray(trip?.categories) && trip.legs.length <= MAX_LEGS;
}
