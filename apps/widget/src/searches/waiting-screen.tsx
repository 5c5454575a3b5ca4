import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { TripLine } from "./trip-line.tsx";
import { laterIcons } from "../ui/later-icons.ts";

/** A search takes seconds: shapes at once, after 4 s what is happening, after 12 s another way. */
const EXPLAIN_MS = 4_000;
const OFFER_MS = 12_000;

export function WaitingScreen({ journey }: { journey: JourneyAt<"waiting"> }): VNode {
  const { t, dispatch, announce } = useWidget();
  const patience = usePatience();
  const text = t(patience === "short" ? "waiting.first" : patience === "long" ? "waiting.working" : "waiting.slow");
  useEffect(() => announce(text), [text]);
  return (
    <Screen name="waiting" title={t("waiting.title")}>
      <TripLine trip={journey.trip} />
      <p class="text">{text}</p>
      {patience === "over" && <Contact />}
      <div class="actions">
        <Button
          class="plain"
          part="button back"
          icon={laterIcons.back}
          onClick={() => dispatch({ type: "trip-reopened" })}
        >
          {t("failed.change")}
        </Button>
      </div>
      <div class="skeletons" aria-hidden="true">
        {[0, 1, 2].map((card) => (
          <div class="skeleton" key={card}>
            <div class="bone bone-photo" />
            <div class="bone bone-title" />
            <div class="bone bone-line" />
          </div>
        ))}
      </div>
    </Screen>
  );
}

function usePatience(): "short" | "long" | "over" {
  const [patience, setPatience] = useState<"short" | "long" | "over">("short");
  useEffect(() => {
    const timers = [setTimeout(setPatience, EXPLAIN_MS, "long"), setTimeout(setPatience, OFFER_MS, "over")];
    return () => timers.forEach((timer) => clearTimeout(timer));
  }, []);
  return patience;
}
