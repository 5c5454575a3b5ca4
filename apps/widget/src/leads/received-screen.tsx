import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";

export function ReceivedScreen({ journey }: { journey: JourneyAt<"received"> }): VNode {
  return <p>{journey.step}</p>;
}
