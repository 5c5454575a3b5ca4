import { useEffect } from "preact/hooks";
import type { Journey } from "../journey.ts";
import { readFailure } from "../read-failure.ts";
import { useWidget } from "../widget-context.ts";
import { toSearchRequest } from "./to-search-request.ts";

/** Asks for options as long as the journey waits for them, and no longer. */
export function useSearch({ step, trip }: Journey): void {
  const { client, language, dispatch } = useWidget();
  useEffect(() => {
    if (step !== "waiting") return;
    const abort = new AbortController();
    client.searchOptions(toSearchRequest(trip, language), { signal: abort.signal }).then(
      (answer) => abort.signal.aborted || dispatch({ type: "search-answered", answer }),
      (error: unknown) => abort.signal.aborted || dispatch({ type: "search-failed", failure: readFailure(error) }),
    );
    return () => abort.abort();
  }, [step]);
}
