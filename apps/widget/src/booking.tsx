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
import { AirportList } from "./airports/airport-list.tsx";
import { aroundMe, listChoices, offerChoices } from "./airports/list-choices.ts";
import { locate } from "./airports/locate.ts";
import { keepRecent } from "./airports/recent-airports.ts";
import { readRequest } from "./leads/kept-request.ts";
import { readCampaign } from "./leads/read-campaign.ts";
import { texts } from "./messages/english-later.ts";
import { createFormats } from "./options/create-formats.ts";
import { pushEvents } from "./push-events.ts";
import { MorePanel } from "./searches/more-panel.tsx";
import { SeveralLegs } from "./searches/several-legs.tsx";
import { submitTrip } from "./searches/submit-trip.ts";

/** The whole journey's; they take over from those of the first screen. */
export const rules: JourneyRules = { reduce: journeyReducer, eventOf };

/** What the first file takes from this one: one object, because the build can shorten what it calls its parts. */
export const parts = {
  ...{ AirportList, Booking, MorePanel, SeveralLegs, aroundMe, createFormats, keepRecent, listChoices, locate },
  ...{ offerChoices, pushEvents, readCampaign, readRequest, rules, submitTrip, texts },
};

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
