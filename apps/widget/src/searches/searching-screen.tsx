import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";
import { Screen } from "../ui/screen.tsx";

export function SearchingScreen({ journey }: { journey: JourneyAt<"searching">; moved?: boolean }): VNode {
  return (
    <Screen name="searching" title={journey.step}>
      <p />
    </Screen>
  );
}
