import type { WidgetSettings } from "@liftline/schema";
import { useRef } from "preact/hooks";
import { useWidget } from "./widget-context.ts";

/** How a feature is drawn: null, not at all; `inert`, as room that nobody sees or reaches. */
export type Offered = { inert?: boolean } | null;

/**
 * What the broker has not switched off. The settings come when the form has been drawn: what was there before them keeps
 * its room, so that nothing moves under a finger.
 */
export function useOffer(): (feature: keyof WidgetSettings["features"]) => Offered {
  const { settings } = useWidget();
  const drawn = useRef(!settings).current;
  return (feature) => {
    const inert = settings?.features[feature] === false;
    return inert && !drawn ? null : { inert };
  };
}
