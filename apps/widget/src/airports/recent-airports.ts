import type { Place } from "../searches/trip.ts";
import type { TabStorage } from "../widget-context.ts";

const NAME = "recent";
const KEPT = 4;

/** The airports that were picked last in this tab, newest first. */
export function readRecent(storage: TabStorage): readonly Place[] {
  const kept = storage.read(NAME);
  return Array.isArray(kept) ? kept.filter(isPlace).slice(0, KEPT) : [];
}

export function keepRecent(storage: TabStorage, place: Place): void {
  // Only what was found: own words may be an address.
  if (!place.name || !place.code) return;
  const others = readRecent(storage).filter(({ code }) => code !== place.code);
  storage.write(NAME, [place, ...others].slice(0, KEPT));
}

function isPlace(value: unknown): value is Place {
  const { code, name, city, country } = (value ?? {}) as Partial<Place>;
  return [code, name, city, country].every((text) => typeof text === "string");
}
