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

/** The journey, moved by actions; and the events that it has sent, for whoever empties the list. */
export function useJourney({ start, rules, emit }: JourneyWiring): [Journey, Dispatch, LiftlineEvent[]] {
  const [journey, setJourney] = useState<Journey>(start);
  // The latest journey, so that two actions in one tick build on each other and each event is sent once.
  const latest = useRef(journey);
  const events = useRef<LiftlineEvent[]>([]).current;

  const dispatch = useCallback(
    (action: Action) => {
      const before = latest.current;
      latest.current = rules.current.reduce(before, action);
      setJourney(latest.current);
      const event = rules.current.eventOf(action, before, latest.current);
      if (!event) return;
      events.push(event);
      emit(event);
    },
    [emit],
  );

  return [journey, dispatch, events];
}
