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

/**
 * The airports for what is typed, or for null those around the visitor. Each keystroke ends the lookup before it; what was
 * found once is kept.
 */
export function useAirports(typed: string | null): AirportsState {
  const { client, language, later } = useWidget();
  const known = useRef(new Map<string | undefined, readonly Airport[]>());
  const [state, setState] = useState<AirportsState>(idle);
  const text = typed && typed.trim();

  useEffect(() => {
    if (text !== null && text.length < MIN_LETTERS) return setState(idle);
    const key = text?.toLowerCase();
    const show = (airports: readonly Airport[]) => setState({ status: "found", typed: text ?? "", airports });
    const airports = known.current.get(key);
    if (airports) return show(airports);
    setState({ status: "loading" });
    const abort = new AbortController();
    const { signal } = abort;
    const timer = setTimeout(async () => {
      try {
        const what = text === null && later ? await later.locate() : { query: text ?? "" };
        const found = await client.findAirports({ ...what, lang: language }, { signal });
        known.current.set(key, found);
        if (!signal.aborted) show(found);
      } catch {
        if (!signal.aborted) setState({ status: "failed" });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, client, language]);

  return state;
}
