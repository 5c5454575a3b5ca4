import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";

export function RequestingScreen({ journey }: { journey: JourneyAt<"requesting"> }): VNode {
  return <p>{journey.step}</p>;
}
