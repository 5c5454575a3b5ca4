import type { Airport } from "@liftline/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { useWidget } from "../widget-context.ts";

/** Lookups follow typing: three characters and a pause first (R16). */
export const MIN_LETTERS = 3;
const PAUSE_MS = 220;

export type AirportsState =
  | { status: "idle" }
  | { status: "loading" }
  | { status: "found"; typed: string; airports: readonly Airport[] }
  | { status: "failed" };

const idle: AirportsState = { status: "idle" };

/** The airports for what is typed. Each keystroke ends the lookup before it; what was found once is kept. */
export function useAirports(typed: string): AirportsState {
  const { client, language } = useWidget();
  const known = useRef(new Map<string, readonly Airport[]>());
  const [state, setState] = useState<AirportsState>(idle);
  const text = typed.trim();

  useEffect(() => {
    if (text.length < MIN_LETTERS) return setState(idle);
    const airports = known.current.get(text.toLowerCase());
    if (airports) return setState({ status: "found", typed: text, airports });
    setState({ status: "loading" });
    const abort = new AbortController();
    const timer = setTimeout(() => {
      client.findAirports({ query: text, lang: language }, { signal: abort.signal }).then(
        (found) => {
          if (abort.signal.aborted) return;
          known.current.set(text.toLowerCase(), found);
          setState({ status: "found", typed: text, airports: found });
        },
        () => abort.signal.aborted || setState({ status: "failed" }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, client, language]);

  return state;
}
