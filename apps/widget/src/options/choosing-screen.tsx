import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";

export function ChoosingScreen({ journey }: { journey: JourneyAt<"choosing"> }): VNode {
  return <p>{journey.step}</p>;
}
