import type { Client } from "@liftline/api-client";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { eventOf, type LiftlineEvent } from "./events.ts";
import { journeyReducer, type Action, type Dispatch, type Journey } from "./journey.ts";
import { readFailure } from "./read-failure.ts";
import { toSearchRequest } from "./searches/trip.ts";

interface JourneyWiring {
  client: Client;
  /** BCP 47, sent with the search. */
  language: string;
  /** Where the journey starts, or where it was when the page was reloaded. */
  start: () => Journey;
  /** Tells the page. */
  emit: (event: LiftlineEvent) => void;
}

/** The journey, moved by actions; a search is asked for as long as the journey waits for it. */
export function useJourney({ client, language, start, emit }: JourneyWiring): [Journey, Dispatch] {
  const [journey, setJourney] = useState<Journey>(start);
  // The latest journey, so that two actions in one tick build on each other and each event is sent once.
  const latest = useRef(journey);

  const dispatch = useCallback(
    (action: Action) => {
      const before = latest.current;
      latest.current = journeyReducer(before, action);
      setJourney(latest.current);
      const event = eventOf(action, before, latest.current);
      if (event) emit(event);
    },
    [emit],
  );

  const { trip } = journey;
  useEffect(() => {
    if (journey.step !== "waiting") return;
    const abort = new AbortController();
    client.searchOptions(toSearchRequest(trip, language), { signal: abort.signal }).then(
      (answer) => abort.signal.aborted || dispatch({ type: "search-answered", answer }),
      (error: unknown) => abort.signal.aborted || dispatch({ type: "search-failed", failure: readFailure(error) }),
    );
    return () => abort.abort();
  }, [journey.step]);

  return [journey, dispatch];
}
