import type { VNode } from "preact";
import type { JourneyAt } from "./journey.ts";
import { ReceivedScreen } from "./leads/received-screen.tsx";
import { RequestingScreen } from "./leads/requesting-screen.tsx";
import { ChoosingScreen } from "./options/choosing-screen.tsx";

interface BookingProps {
  journey: JourneyAt<"choosing" | "requesting" | "received">;
}

/** Everything after the search, one lazy file: it is fetched while the visitor fills in the form. */
export function Booking({ journey }: BookingProps): VNode {
  switch (journey.step) {
    case "choosing":
      return <ChoosingScreen journey={journey} />;
    case "requesting":
      return <RequestingScreen journey={journey} />;
    case "received":
      return <ReceivedScreen journey={journey} />;
  }
}
