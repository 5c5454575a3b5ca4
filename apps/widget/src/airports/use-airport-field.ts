import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Place } from "../searches/trip.ts";
import { useWidget } from "../widget-context.ts";
import type { ChoiceGroup } from "./list-choices.ts";
import { namePlace } from "./name-place.ts";
import { useAirports, type AirportsState } from "./use-airports.ts";

export interface AirportFieldState {
  /** What the input shows. */
  text: string;
  /** What is looked up: what is typed, or null for the airports around the visitor. */
  query: string | null;
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
  pick: (choice: Place) => void;
}

/** The behaviour of an ARIA 1.2 combobox with a list that follows typing; the first choice is highlighted by itself. */
export function useAirportField(place: Place | null, onPick: (place: Place | null) => void): AirportFieldState {
  const widget = useWidget();
  const { later } = widget;
  const [typed, setTyped] = useState("");
  const [wanted, setQuery] = useState<string | null>("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // Of a field that has its place only its neighbourhood can be wanted.
  const query = place ? wanted && "" : wanted;
  const airports = useAirports(open ? query : "");
  // As it was when the list opened: nothing may move there while the visitor reads.
  const offered = useMemo(() => (open && later ? later.offerChoices(widget) : []), [open, later]);
  const groups = open && later ? later.listChoices({ airports, query, offered }) : [];
  const choices = groups.flatMap((group) => group.choices);

  // With the list itself: an arrow key may come right behind it.
  useLayoutEffect(() => {
    // Own words are never taken by the way: whoever misspelt a city would have no search.
    if (airports.status === "found") setActive(choices[0]?.code ? 0 : -1);
  }, [airports, later]);

  function pick(choice: Place): void {
    close();
    if (choice === later?.aroundMe) {
      setOpen(true);
      return setQuery(null);
    }
    onPick(choice);
    later?.keepRecent(widget.storage, choice);
    setTyped("");
    setQuery("");
  }

  function close(): void {
    setOpen(false);
    setActive(-1);
    setQuery(typed);
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
    const sole = choices.length === 1 || choices[0]?.code === query?.trim().toUpperCase();
    if (!place && query?.trim() && choices[0]?.code && sole) pick(choices[0]);
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
      else setOpen(true);
    } else if (event.key === "Enter" && open && choice) {
      event.preventDefault();
      pick(choice);
    } else if (event.key === "Tab" && open && choice && query?.trim()) {
      pick(choice);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }

  return {
    text: place ? namePlace(place) : typed,
    query,
    open,
    active,
    groups,
    airports,
    type,
    settle: setQuery,
    focus: () => setOpen(true),
    leave,
    press,
    pick,
  };
}

function next(active: number, step: number, count: number): number {
  return count ? (Math.max(active, step > 0 ? -1 : 0) + step + count) % count : -1;
}
