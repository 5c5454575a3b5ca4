import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";
import { Screen } from "../ui/screen.tsx";

export function FailedScreen({ journey }: { journey: JourneyAt<"failed">; moved?: boolean }): VNode {
  return (
    <Screen name="failed" title={journey.step}>
      <p />
    </Screen>
  );
}
