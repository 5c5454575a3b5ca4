import type { VNode } from "preact";
import type { Failure } from "../journey.ts";
import type { PlainKey, Translate } from "../messages/catalogue.ts";
import type { Trip } from "../searches/trip.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Notice } from "../ui/notice.tsx";
import { useWidget } from "../widget-context.ts";

/** What a failed request means to the visitor, and which way is on from here. */
export interface FailureWords {
  title: string;
  text: string;
  /** `retry`: the same again · `search`: only a new search helps (R19) · `contact`: again, or ask the broker. */
  wayOn: "retry" | "search" | "contact";
}

export function failureWords(failure: Failure, t: Translate): FailureWords {
  const { code, retryAfterSeconds } = failure;
  if (code === "network" || code === "timeout") return words(t, "lead.lost", "retry");
  if (code === "search.expired" || code === "option.unavailable") return words(t, "lead.expired", "search");
  if (code === "search.spent" || code === "request.idempotency-key-reused") return words(t, "lead.spent", "search");
  if (failure.kind === "limited") {
    const minutes = Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60));
    return { title: t("lead.limited-title"), text: t("lead.limited-text", { count: minutes }), wayOn: "contact" };
  }
  return words(t, "lead.fault", "contact");
}

type Stem<Key> = Key extends `${infer Name}-title` ? (`${Name}-text` extends PlainKey ? Name : never) : never;

function words(t: Translate, stem: Stem<PlainKey>, wayOn: FailureWords["wayOn"]): FailureWords {
  return { title: t(`${stem}-title`), text: t(`${stem}-text`), wayOn };
}

interface LeadFailureProps extends FailureWords {
  failure: Failure;
  trip: Trip;
}

/** The words on the page, where the visitor just pressed a button. */
export function LeadFailure({ title, text, wayOn, failure, trip }: LeadFailureProps): VNode {
  const { t, dispatch } = useWidget();
  return (
    <Notice kind={wayOn === "search" ? "plain" : "fault"}>
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
      {failure.requestId && wayOn === "contact" && (
        <p class="small">{t("failed.reference", { id: failure.requestId })}</p>
      )}
      {wayOn === "search" && (
        <Button kind="primary" onClick={() => dispatch({ type: "search-submitted", trip })}>
          {t("lead.search-again")}
        </Button>
      )}
      {wayOn === "contact" && <Contact />}
    </Notice>
  );
}
