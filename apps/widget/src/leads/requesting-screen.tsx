import type { VNode } from "preact";
import { chosenOptions, type JourneyAt } from "../journey.ts";
import { TripStrips } from "../options/trip-strips.tsx";
import { Button } from "../ui/button.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { ChosenOptions } from "./chosen-options.tsx";
import { LeadForm } from "./lead-form.tsx";
import { laterIcons } from "../ui/later-icons.ts";

/** The request: the choice beside the form. */
export function RequestingScreen({ journey }: { journey: JourneyAt<"requesting"> }): VNode {
  const { t, dispatch } = useWidget();
  const options = chosenOptions(journey);
  return (
    <Screen name="request" title={t("lead.title")}>
      <p class="text">{t("lead.text")}</p>
      <div class="lead">
        <aside class="lead-choice" aria-label={t("tray.title")}>
          <TripStrips options={options} />
          <ChosenOptions options={options} onRemove={({ token }) => dispatch({ type: "option-toggled", token })} />
          <Button
            class="plain"
            part="button back"
            icon={laterIcons.back}
            onClick={() => dispatch({ type: "options-reopened" })}
          >
            {t("lead.back")}
          </Button>
        </aside>
        <LeadForm journey={journey} />
      </div>
    </Screen>
  );
}
