import type { VNode } from "preact";
import type { Failure, JourneyAt } from "../journey.ts";
import type { Translate } from "../messages/catalogue.ts";
import { useFormats, type Formats } from "../options/use-formats.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { TripWish } from "./trip-wish.tsx";
import { WaysOn } from "./ways-on.tsx";

/** Why there is nothing to choose from, which is not the end: again, differently, or by phone. */
export function StoppedScreen({ journey }: { journey: JourneyAt<"empty" | "failed"> }): VNode {
  const { t, dispatch } = useWidget();
  const { step, trip } = journey;
  const failure = step === "failed" ? journey.failure : null;
  const [title, text] = explain(failure, t, useFormats().wait);
  return (
    <Screen name={step} title={title}>
      <TripWish trip={trip} />
      <p class="text" role={failure ? "alert" : undefined}>
        {text}
      </p>
      <WaysOn anyway={failure ? "secondary" : "primary"}>
        {failure && (
          <Button class="primary" onClick={() => dispatch({ type: "search-submitted", trip })}>
            {t("failed.retry")}
          </Button>
        )}
      </WaysOn>
      <Contact />
      {failure?.requestId && <p class="small text figures">{t("failed.reference", { id: failure.requestId })}</p>}
    </Screen>
  );
}

function explain(failure: Failure | null, t: Translate, wait: Formats["wait"]): [title: string, text: string] {
  if (!failure) return [t("empty.title"), t("empty.text")];
  const { kind, retryAfterSeconds } = failure;
  if (kind === "offline") return [t("failed.offline-title"), t("search.stranded")];
  if (kind !== "limited") return [t("failed.title"), t("failed.text")];
  return [t("failed.limited-title"), t("failed.limited-text", { when: wait(retryAfterSeconds ?? 30) })];
}
