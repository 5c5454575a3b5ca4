import type { ComponentChildren, VNode } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { eventOf } from "./events.ts";
import { journeyReducer, type Journey, type JourneyAt, type JourneyRules } from "./journey.ts";
import { keepRequest, readRequest } from "./leads/kept-request.ts";
import { readCampaign } from "./leads/read-campaign.ts";
import { ReceivedScreen } from "./leads/received-screen.tsx";
import { RequestingScreen } from "./leads/requesting-screen.tsx";
import { createTranslate } from "./messages/create-translate.ts";
import { enGB } from "./messages/en-gb.ts";
import { ChoosingScreen } from "./options/choosing-screen.tsx";
import { EmptyScreen } from "./searches/empty-screen.tsx";
import { FailedScreen } from "./searches/failed-screen.tsx";
import { useSearch } from "./searches/use-search.ts";
import { WaitingScreen } from "./searches/waiting-screen.tsx";
import laterCss from "./styles/later.css?inline";
import { useStyles, useWidget, WidgetContext, type TabStorage } from "./widget-context.ts";

export { SeveralLegs } from "./searches/several-legs.tsx";
export { MorePanel } from "./searches/more-panel.tsx";

/** The whole journey's; they take over from those of the first screen. */
export const rules: JourneyRules = { reduce: journeyReducer, eventOf };

/** What an earlier page view left behind: the campaign is kept, an open request is given back to go on with. */
export function takeUp(storage: TabStorage, restore: (request: JourneyAt<"requesting" | "received">) => void): void {
  readCampaign(storage, location.search);
  const request = readRequest(storage, new Date());
  if (request) restore(request);
}

/** Gives the screens inside the texts that the first screen did without. What a language lacks is said in English. */
export function Later({ children }: { children: ComponentChildren }): VNode {
  useStyles(laterCss);
  const widget = useWidget();
  const { catalogue, language } = widget;
  const t = useMemo(() => createTranslate({ ...enGB, ...catalogue }, language), [catalogue, language]);
  const campaign = useMemo(() => widget.campaign ?? readCampaign(widget.storage, location.search), [widget]);
  return <WidgetContext.Provider value={{ ...widget, t, campaign }}>{children}</WidgetContext.Provider>;
}

interface BookingProps {
  journey: Exclude<Journey, { step: "searching" }>;
}

/** Everything after the first screen, one lazy file: it is fetched while the visitor fills in the form. */
export function Booking({ journey }: BookingProps): VNode {
  const { storage } = useWidget();
  useSearch(journey);
  useEffect(() => keepRequest(storage, journey), [journey.step, "chosen" in journey ? journey.chosen : null]);
  switch (journey.step) {
    case "waiting":
      return <WaitingScreen journey={journey} />;
    case "failed":
      return <FailedScreen journey={journey} />;
    case "empty":
      return <EmptyScreen journey={journey} />;
    case "choosing":
      return <ChoosingScreen journey={journey} />;
    case "requesting":
      return <RequestingScreen journey={journey} />;
    case "received":
      return <ReceivedScreen journey={journey} />;
  }
}
