import type { VNode } from "preact";
import type { Failure, JourneyAt } from "../journey.ts";
import type { Translate } from "../messages/catalogue.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { TripLine } from "./trip-line.tsx";

/** Why there is no answer, and three ways on: again, differently, or by phone. */
export function FailedScreen({ journey }: { journey: JourneyAt<"failed"> }): VNode {
  const { t, dispatch } = useWidget();
  const { trip, failure } = journey;
  const { title, text } = explain(t, failure);
  return (
    <Screen name="failed" title={title}>
      <TripLine trip={trip} />
      <p class="text" role="alert">
        {text}
      </p>
      <div class="actions">
        <Button class="primary" onClick={() => dispatch({ type: "search-submitted", trip })}>
          {t("failed.retry")}
        </Button>
        <Button class="plain" onClick={() => dispatch({ type: "trip-reopened" })}>
          {t("failed.change")}
        </Button>
      </div>
      <Contact />
      {failure.requestId && <p class="small text figures">{t("failed.reference", { id: failure.requestId })}</p>}
    </Screen>
  );
}

function explain(t: Translate, { kind, retryAfterSeconds }: Failure): { title: string; text: string } {
  if (kind === "offline") return { title: t("failed.offline-title"), text: t("failed.offline-text") };
  if (kind !== "limited") return { title: t("failed.title"), text: t("failed.text") };
  return { title: t("failed.limited-title"), text: t("failed.limited-text", { count: retryAfterSeconds ?? 30 }) };
}
