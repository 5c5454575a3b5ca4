import type { VNode } from "preact";
import type { Failure, JourneyAt } from "../journey.ts";
import type { PlainKey } from "../messages/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { useFailureWords } from "./use-failure-words.ts";
import { TripWish } from "./trip-wish.tsx";
import { WaysOn } from "./ways-on.tsx";

/** Why there is nothing to choose from, which is not the end: again, differently, or by phone. */
export function StoppedScreen({ journey }: { journey: JourneyAt<"empty" | "failed"> }): VNode {
  const { t, dispatch } = useWidget();
  const { step, trip } = journey;
  const failure = step === "failed" ? journey.failure : null;
  const [title, text] = useFailureWords(failure, wordsFor(failure));
  return (
    <Screen name={step} title={title}>
      <TripWish trip={trip} />
      <p class="text" role={failure ? "alert" : undefined}>
        {text}
      </p>
      <WaysOn class={failure ? "secondary" : "primary"}>
        {failure && (
          <Button class="primary" onClick={() => dispatch({ type: "search-submitted", trip })}>
            {t("failed.retry")}
          </Button>
        )}
      </WaysOn>
      <Contact />
      {failure?.requestId && <p class="small text">{t("failed.reference", { id: failure.requestId })}</p>}
    </Screen>
  );
}

function wordsFor(failure: Failure | null): readonly [title: PlainKey, text: PlainKey] {
  if (!failure) return ["empty.title", "empty.text"];
  return failure.kind === "offline" ? ["failed.offline-title", "search.stranded"] : ["failed.title", "failed.text"];
}
