import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";
import { Screen } from "../ui/screen.tsx";

export function WaitingScreen({ journey }: { journey: JourneyAt<"waiting">; moved?: boolean }): VNode {
  return (
    <Screen name="waiting" title={journey.step}>
      <p />
    </Screen>
  );
}
