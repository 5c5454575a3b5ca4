import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { TripLine } from "./trip-line.tsx";

/** Nothing found online, which is not the end. */
export function EmptyScreen({ journey }: { journey: JourneyAt<"empty"> }): VNode {
  const { t, dispatch } = useWidget();
  return (
    <Screen name="empty" title={t("empty.title")}>
      <TripLine trip={journey.trip} />
      <p class="text">{t("empty.text")}</p>
      <div class="actions">
        <Button class="primary" onClick={() => dispatch({ type: "trip-reopened" })}>
          {t("failed.change")}
        </Button>
      </div>
      <Contact />
    </Screen>
  );
}
