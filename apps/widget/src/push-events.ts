import type { WidgetSettings } from "@liftline/schema";
import type { LiftlineEvent } from "./events.ts";

/** Empties the list into the page's `dataLayer`, where it has one and the broker wants it; a page's fault there is its own. */
export function pushEvents({ analytics }: WidgetSettings, events: LiftlineEvent[]): void {
  const { dataLayer }: { dataLayer?: unknown; location: unknown } = window;
  for (const { name, detail } of events.splice(0)) {
    try {
      if (analytics.dataLayer && Array.isArray(dataLayer)) dataLayer.push({ event: name, ...detail });
    } catch {
      // A tag manager's affair.
    }
  }
}
