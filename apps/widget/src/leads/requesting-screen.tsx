import type { VNode } from "preact";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { laterIcons } from "../ui/later-icons.ts";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { AskedFor } from "./asked-for.tsx";
import { LeadForm } from "./lead-form.tsx";

/** The request: what is asked for beside the form. */
export function RequestingScreen({ journey }: { journey: JourneyAt<"requesting"> }): VNode {
  const { t, dispatch } = useWidget();
  const [text, back, type] = journey.answer
    ? (["lead.text", "lead.back", "options-reopened"] as const)
    : (["lead.anyway-text", "failed.change", "trip-reopened"] as const);
  return (
    <Screen name="request" title={t("lead.title")}>
      <p class="text">{t(text)}</p>
      <div class="lead">
        <aside aria-label={t("trip.kind")}>
          <AskedFor journey={journey} />
          <Button class="plain" part="button back" icon={laterIcons.back} onClick={() => dispatch({ type })}>
            {t(back)}
          </Button>
        </aside>
        <LeadForm journey={journey} />
      </div>
    </Screen>
  );
}
