import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { JourneyAt } from "../journey.ts";
import { Contact } from "../ui/contact.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { TripWish } from "./trip-wish.tsx";
import { WaysOn } from "./ways-on.tsx";

/** A search takes seconds: shapes at once, after 4 s what is happening, after 12 s another way. */
const EXPLAIN_MS = 4_000;
const OFFER_MS = 12_000;

export function WaitingScreen({ journey }: { journey: JourneyAt<"waiting"> }): VNode {
  const { t, announce } = useWidget();
  const words = useWords();
  const text = t(words);
  const slow = words === "waiting.slow";
  useEffect(() => announce(text), [text]);
  return (
    <Screen name="waiting" title={t("waiting.title")}>
      <TripWish trip={journey.trip} />
      <p class="text">{text}</p>
      <WaysOn class={slow ? "secondary" : null} />
      {slow && <Contact />}
      <div class="skeletons" aria-hidden="true">
        {[0, 1, 2].map(() => (
          <div class="skeleton">
            <div class="bone bone-photo" />
            <div class="bone bone-title" />
            <div class="bone" />
          </div>
        ))}
      </div>
    </Screen>
  );
}

/** What to say by now. */
function useWords(): "waiting.first" | "waiting.working" | "waiting.slow" {
  const [words, setWords] = useState<ReturnType<typeof useWords>>("waiting.first");
  useEffect(() => {
    const timers = [
      setTimeout(setWords, EXPLAIN_MS, "waiting.working"),
      setTimeout(setWords, OFFER_MS, "waiting.slow"),
    ];
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);
  return words;
}
