import type { Place } from "../searches/trip.ts";
import { groupAirports } from "./group-airports.ts";
import { toPlace } from "./name-place.ts";
import type { AirportsState } from "./use-airports.ts";

/** One line of the list that can be picked. */
export interface Choice {
  place: Place;
  /** A code that we take at its word, because we could not look it up. */
  unchecked: boolean;
}

export interface ChoiceGroup {
  /** The city whose airports these are; empty: the recent ones; null: none. */
  heading: string | null;
  choices: readonly Choice[];
}

/** What the list offers now: recent airports before typing, then what was found, or the typed code itself. */
export function listChoices(state: AirportsState, typed: string, recent: readonly Place[]): readonly ChoiceGroup[] {
  const text = typed.trim();
  if (text === "") return recent.length > 0 ? [{ heading: "", choices: recent.map(known) }] : [];
  if (state.status === "found" && state.airports.length > 0) {
    return groupAirports(state.airports, state.typed).map(({ city, airports }) => ({
      heading: city,
      choices: airports.map((airport) => known(toPlace(airport))),
    }));
  }
  const settled = state.status === "failed" || state.status === "found";
  return settled && /^[a-z0-9]{3,4}$/i.test(text) ? [{ heading: null, choices: [byCode(text.toUpperCase())] }] : [];
}

function known(place: Place): Choice {
  return { place, unchecked: false };
}

function byCode(code: string): Choice {
  return { place: { code, name: "", city: "", country: "" }, unchecked: true };
}
