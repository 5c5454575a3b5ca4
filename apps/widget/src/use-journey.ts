import { useCallback, useRef, useState } from "preact/hooks";
import type { LiftlineEvent } from "./events.ts";
import type { Action, Dispatch, Journey, JourneyRules } from "./journey.ts";

interface JourneyWiring {
  start: () => Journey;
  /** Those of the form, until those of the whole journey have come. */
  rules: { readonly current: JourneyRules };
  /** Tells the page. */
  emit: (event: LiftlineEvent) => void;
}

/** The journey, moved by actions. */
export function useJourney({ start, rules, emit }: JourneyWiring): [Journey, Dispatch] {
  const [journey, setJourney] = useState<Journey>(start);
  // The latest journey, so that two actions in one tick build on each other and each event is sent once.
  const latest = useRef(journey);

  const dispatch = useCallback(
    (action: Action) => {
      const before = latest.current;
      latest.current = rules.current.reduce(before, action);
      setJourney(latest.current);
      const event = rules.current.eventOf(action, before, latest.current);
      if (event) emit(event);
    },
    [emit],
  );

  return [journey, dispatch];
}
