import type { PlainKey } from "../messages/catalogue.ts";
import type { Place } from "../searches/trip.ts";
import type { Widget } from "../widget-context.ts";
import { groupAirports } from "./group-airports.ts";
import { toPlace } from "./name-place.ts";
import { readRecent } from "./recent-airports.ts";
import type { AirportsState } from "./use-airports.ts";

type Heading = PlainKey | "airports.all-of";

export interface ChoiceGroup {
  /** What the group is called; null: nothing. */
  heading: Heading | null;
  /** The city whose airports these are. */
  city: string;
  choices: readonly Place[];
}

/** The line that stands for the airports around the visitor. */
export const aroundMe: Place = { code: "", name: "", city: "", country: "" };

/** What is offered before anything is typed: airports of this tab, then the broker's, then those around the visitor. */
export function offerChoices({ storage, settings }: Pick<Widget, "storage" | "settings">): readonly ChoiceGroup[] {
  const features = settings?.features;
  const recent = features?.recentAirports === false ? [] : readRecent(storage);
  const popular = settings?.favouriteAirports.filter(({ code }) => !recent.some((place) => place.code === code)) ?? [];
  const near = features?.nearMe !== false && navigator.geolocation ? [aroundMe] : [];
  return [
    groupOf(recent, "airports.recent"),
    groupOf(popular.map(toPlace), "airports.favourites"),
    groupOf(near),
  ].filter(({ choices }) => choices.length > 0);
}

export interface ListedChoices {
  airports: AirportsState;
  /** What is typed, or null for the airports around the visitor. */
  query: string | null;
  offered: readonly ChoiceGroup[];
}

/** What the list shows now: what is offered before typing, then what was found, or the typed code or words themselves. */
export function listChoices({ airports: state, query, offered }: ListedChoices): readonly ChoiceGroup[] {
  const text = query?.trim();
  if (text === "") return offered;
  if (state.status === "found" && state.airports.length > 0) {
    if (query === null) return [groupOf(state.airports.map(toPlace), "airports.near")];
    return groupAirports(state.airports, state.typed).map(({ city, airports }) =>
      groupOf(airports.map(toPlace), city ? "airports.all-of" : null, city ?? ""),
    );
  }
  // Asked for and not there: without the line that asks for it.
  if (text === undefined) return offered.filter(({ choices }) => choices[0] !== aroundMe);
  if (state.status !== "failed" && state.status !== "found") return [];
  const code = state.status === "failed" && /^[a-z0-9]{3,4}$/i.test(text);
  return [groupOf([code ? asTyped(text.toUpperCase(), "") : asTyped("", text)])];
}

function groupOf(choices: readonly Place[], heading: Heading | null = null, city = ""): ChoiceGroup {
  return { heading, city, choices };
}

function asTyped(code: string, name: string): Place {
  return { ...aroundMe, code, name };
}
