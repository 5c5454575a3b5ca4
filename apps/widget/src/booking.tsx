import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { eventOf } from "./events.ts";
import { journeyReducer, type Journey, type JourneyRules } from "./journey.ts";
import { keepRequest } from "./leads/kept-request.ts";
import { ReceivedScreen } from "./leads/received-screen.tsx";
import { RequestingScreen } from "./leads/requesting-screen.tsx";
import { ChoosingScreen } from "./options/choosing-screen.tsx";
import { StoppedScreen } from "./searches/stopped-screen.tsx";
import { useSearch } from "./searches/use-search.ts";
import { WaitingScreen } from "./searches/waiting-screen.tsx";
import { useWidget } from "./widget-context.ts";

export { AirportList } from "./airports/airport-list.tsx";
export { aroundMe, listChoices, offerChoices } from "./airports/list-choices.ts";
export { locate } from "./airports/locate.ts";
export { keepRecent } from "./airports/recent-airports.ts";
export { readRequest } from "./leads/kept-request.ts";
export { readCampaign } from "./leads/read-campaign.ts";
export { texts } from "./messages/english-later.ts";
export { createFormats } from "./options/use-formats.ts";
export { MorePanel } from "./searches/more-panel.tsx";
export { SeveralLegs } from "./searches/several-legs.tsx";
export { submitTrip } from "./searches/submit-trip.ts";

/** The whole journey's; they take over from those of the first screen. */
export const rules: JourneyRules = { reduce: journeyReducer, eventOf };

interface BookingProps {
  journey: Exclude<Journey, { step: "searching" }>;
}

/** Everything after the first screen, one lazy file: it is fetched while the visitor fills in the form. */
export function Booking({ journey }: BookingProps): VNode {
  const { storage, now } = useWidget();
  useSearch(journey);
  useEffect(() => keepRequest(storage, journey, now()), [journey.step, "chosen" in journey ? journey.chosen : null]);
  switch (journey.step) {
    case "waiting":
      return <WaitingScreen journey={journey} />;
    case "failed":
    case "empty":
      return <StoppedScreen journey={journey} />;
    case "choosing":
      return <ChoosingScreen journey={journey} />;
    case "requesting":
      return <RequestingScreen journey={journey} />;
    case "received":
      return <ReceivedScreen journey={journey} />;
  }
}
