import type { Place } from "../searches/trip.ts";
import { groupAirports } from "./group-airports.ts";
import { toPlace } from "./name-place.ts";
import type { AirportsState } from "./use-airports.ts";

/** One line of the list that can be picked. */
export interface Choice {
  place: Place;
  /** Taken as it was typed: a code that we could not look up, or the visitor's own words. */
  unchecked: boolean;
}

export interface ChoiceGroup {
  /** The city whose airports these are; empty: the recent ones; null: none. */
  heading: string | null;
  choices: readonly Choice[];
}

/** What the list offers now: recent airports before typing, then what was found, or the typed code or words themselves. */
export function listChoices(state: AirportsState, typed: string, recent: readonly Place[]): readonly ChoiceGroup[] {
  const text = typed.trim();
  if (text === "") return recent.length > 0 ? [{ heading: "", choices: recent.map(known) }] : [];
  if (state.status === "found" && state.airports.length > 0) {
    return groupAirports(state.airports, state.typed).map(({ city, airports }) => ({
      heading: city,
      choices: airports.map((airport) => known(toPlace(airport))),
    }));
  }
  if (state.status !== "failed" && state.status !== "found") return [];
  const code = state.status === "failed" && /^[a-z0-9]{3,4}$/i.test(text);
  return [{ heading: null, choices: [code ? asTyped(text.toUpperCase(), "") : asTyped("", text)] }];
}

function known(place: Place): Choice {
  return { place, unchecked: false };
}

function asTyped(code: string, name: string): Choice {
  return { place: { code, name, city: "", country: "" }, unchecked: true };
}
