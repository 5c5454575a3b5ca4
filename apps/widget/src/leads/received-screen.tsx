import { calendarPath } from "@liftline/api-client";
import type { VNode } from "preact";
import { chosenOptions, type JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { AskedFor } from "./asked-for.tsx";
import { CopyButton } from "./copy-button.tsx";
import { TripLink } from "./trip-link.tsx";

/** The broker has it: a reference to keep, what happens next, what was asked for again, and the trip to take along. */
export function ReceivedScreen({ journey }: { journey: JourneyAt<"received"> }): VNode {
  const { t, dispatch, settings, backend, embedKey, language } = useWidget();
  const { reference } = journey.receipt;
  const legs = chosenOptions(journey)[0]?.legs;
  return (
    <Screen name="receipt" title={t("receipt.title")}>
      <div class="reference" part="reference">
        <p class="small quiet">{t("receipt.reference")}</p>
        <p>
          <output dir="ltr">{reference}</output>
          <CopyButton class="plain" text={reference} label="receipt.copy" />
        </p>
      </div>
      <div class="receipt">
        <section>
          <h3>{t("receipt.next")}</h3>
          <ol class="next" role="list">
            <li>{t("receipt.first")}</li>
            <li>{t("receipt.second")}</li>
            <li>{t("receipt.third")}</li>
          </ol>
          <Contact />
        </section>
        <section>
          <h3>{t("lead.title")}</h3>
          <AskedFor journey={journey} />
        </section>
      </div>
      <div class="actions">
        <Button class="primary" onClick={() => dispatch({ type: "trip-reopened" })}>
          {t("receipt.again")}
        </Button>
        <Button onClick={() => print()}>{t("receipt.print")}</Button>
        {settings?.features.calendar && legs && (
          <LinkButton icon="calendar" href={backend + calendarPath({ embedKey, legs, reference, lang: language })}>
            {t("receipt.calendar")}
          </LinkButton>
        )}
        <TripLink trip={journey.trip} />
      </div>
    </Screen>
  );
}
