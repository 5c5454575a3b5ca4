import { useEffect, useState } from "preact/hooks";
import type { Place } from "../searches/trip.ts";
import { useWidget } from "../widget-context.ts";
import { listChoices, type Choice, type ChoiceGroup } from "./list-choices.ts";
import { namePlace } from "./name-place.ts";
import { keepRecent, readRecent } from "./recent-airports.ts";
import { useAirports, type AirportsState } from "./use-airports.ts";

export interface AirportFieldState {
  /** What the input shows. */
  text: string;
  open: boolean;
  /** Index of the highlighted choice over all groups; -1: none. */
  active: number;
  groups: readonly ChoiceGroup[];
  airports: AirportsState;
  type: (text: string, composing: boolean) => void;
  settle: (text: string) => void;
  focus: () => void;
  leave: () => void;
  press: (event: KeyboardEvent) => void;
  pick: (choice: Choice) => void;
}

/** The behaviour of an ARIA 1.2 combobox with a list that follows typing; the first choice is highlighted by itself. */
export function useAirportField(place: Place | null, onPick: (place: Place | null) => void): AirportFieldState {
  const { storage, announce, t } = useWidget();
  const [typed, setTyped] = useState("");
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [recent, setRecent] = useState<readonly Place[]>([]);
  const airports = useAirports(open && !place ? query : "");
  const groups = open ? listChoices(airports, place ? "" : query, recent) : [];
  const choices = groups.flatMap((group) => group.choices);

  useEffect(() => {
    if (airports.status !== "found") return;
    // Own words are never taken by the way: whoever misspelt a city would have no search.
    setActive(choices[0]?.place.code ? 0 : -1);
    announce(
      airports.airports.length > 0 ? t("airports.count", { count: airports.airports.length }) : t("airports.none"),
    );
  }, [airports]);

  function pick(choice: Choice): void {
    onPick(choice.place);
    keepRecent(storage, choice.place);
    setTyped("");
    setQuery("");
    close();
  }

  function close(): void {
    setOpen(false);
    setActive(-1);
  }

  function type(text: string, composing: boolean): void {
    setTyped(text);
    if (!composing) setQuery(text);
    setOpen(true);
    setActive(-1);
    if (place) onPick(null);
  }

  /** Out of the field: a code that is typed out in full, or the only airport found, needs no more ado. */
  function leave(): void {
    const sole = choices.length === 1 || choices[0]?.place.code === query.trim().toUpperCase();
    if (!place && query.trim() && choices[0]?.place.code && sole) pick(choices[0]);
    close();
  }

  function press(event: KeyboardEvent): void {
    // A key that ends a composition belongs to the input method (229 is how Safari says so).
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = choices[active];
    if (step) {
      event.preventDefault();
      if (open) setActive(next(active, step, choices.length));
      else focus();
    } else if (event.key === "Enter" && open && choice) {
      event.preventDefault();
      pick(choice);
    } else if (event.key === "Tab" && open && choice && query.trim()) {
      pick(choice);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  function focus(): void {
    setRecent(readRecent(storage));
    setOpen(true);
  }

  return {
    text: place ? namePlace(place) : typed,
    open,
    active,
    groups,
    airports,
    type,
    settle: setQuery,
    focus,
    leave,
    press,
    pick,
  };
}

function next(active: number, step: number, count: number): number {
  if (count === 0) return -1;
  if (active < 0) return step > 0 ? 0 : count - 1;
  return (active + step + count) % count;
}
