import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { AskedFor } from "./asked-for.tsx";

/** The broker has it: a reference to keep, what happens next, the choice again. */
export function ReceivedScreen({ journey }: { journey: JourneyAt<"received"> }): VNode {
  const { t, dispatch } = useWidget();
  return (
    <Screen name="receipt" title={t("receipt.title")}>
      <Reference reference={journey.receipt.reference} />
      <div class="receipt">
        <section>
          <h3 class="receipt-heading">{t("receipt.next")}</h3>
          <ol class="next" role="list">
            <li>{t("receipt.first")}</li>
            <li>{t("receipt.second")}</li>
            <li>{t("receipt.third")}</li>
          </ol>
          <Contact />
        </section>
        <section>
          <h3 class="receipt-heading">{t("tray.title")}</h3>
          <AskedFor asked={journey} />
        </section>
      </div>
      <div class="actions receipt-actions">
        <Button class="primary" onClick={() => dispatch({ type: "trip-reopened" })}>
          {t("receipt.again")}
        </Button>
        <Button onClick={() => print()}>{t("receipt.print")}</Button>
      </div>
    </Screen>
  );
}

function Reference({ reference }: { reference: string }): VNode {
  const { t, announce } = useWidget();
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(reference);
      setCopied(true);
      announce(t("receipt.copied"));
    } catch {
      // Refused: the reference stands there to be selected.
    }
  }

  return (
    <div class="reference" part="reference">
      <p class="small quiet">{t("receipt.reference")}</p>
      <p class="reference-row">
        <output class="reference-text figures" dir="ltr">
          {reference}
        </output>
        {"clipboard" in navigator && <Button onClick={copy}>{t(copied ? "receipt.copied" : "receipt.copy")}</Button>}
      </p>
    </div>
  );
}
