import type { WidgetSettings } from "@liftline/schema";
import type { LiftlineEvent } from "./events.ts";

interface Analytics {
  /** Google Tag Manager's list. */
  dataLayer?: { event: string }[];
  /** Google Analytics' own function; it takes no hyphens. */
  gtag?: (command: "event", name: string, parameters: object) => void;
}

/** Tells the page's analytics, where it has them and the broker wants it, and empties the list; a fault there is the page's own. */
export function pushEvents({ analytics }: WidgetSettings, events: LiftlineEvent[]): void {
  const { dataLayer, gtag }: Analytics & { location: unknown } = window;
  for (const { name, detail } of events.splice(0)) {
    try {
      if (!analytics.dataLayer) continue;
      gtag?.("event", name.replaceAll("-", "_"), detail);
      dataLayer?.push({ event: name, ...detail });
    } catch {
      // A tag manager's affair.
    }
  }
}
