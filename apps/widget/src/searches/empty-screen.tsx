import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";
import { Screen } from "../ui/screen.tsx";

export function EmptyScreen({ journey }: { journey: JourneyAt<"empty">; moved?: boolean }): VNode {
  return (
    <Screen name="empty" title={journey.step}>
      <p />
    </Screen>
  );
}
