import type { VNode } from "preact";
import type { Failure } from "../journey.ts";
import type { PlainKey } from "../messages/catalogue.ts";
import type { Trip } from "../searches/trip.ts";
import { useFailureWords } from "../searches/use-failure-words.ts";
import { Button } from "../ui/button.tsx";
import { Contact } from "../ui/contact.tsx";
import { Icon } from "../ui/icon.tsx";
import { useWidget } from "../widget-context.ts";

/** `retry`: the same again · `search`: only a new search helps (R19) · `contact`: again, or ask the broker. */
type WayOn = "retry" | "search" | "contact";

/** What a failed request means to the visitor, and which way is on from here. */
export type FailureWords = readonly [title: PlainKey, text: PlainKey, wayOn: WayOn];

export function failureWords({ code }: Failure): FailureWords {
  return byCode[code] ?? fault;
}

const fault: FailureWords = ["failed.title", "failed.text", "contact"];
const lost: FailureWords = ["lead.lost-title", "lead.lost-text", "retry"];
const expired: FailureWords = ["lead.expired-title", "lead.expired-text", "search"];
const spent: FailureWords = ["lead.spent-title", "lead.expired-text", "search"];

const byCode: { readonly [code in Failure["code"]]?: FailureWords } = {
  network: lost,
  timeout: lost,
  "search.expired": expired,
  "option.unavailable": expired,
  "search.spent": spent,
  "request.idempotency-key-reused": spent,
};

interface LeadFailureProps {
  told: FailureWords;
  failure: Failure;
  trip: Trip;
}

/** The words on the page, where the visitor just pressed a button. */
export function LeadFailure({ told, failure, trip }: LeadFailureProps): VNode {
  const { t, dispatch } = useWidget();
  const [title, text] = useFailureWords(failure, told);
  const [, , wayOn] = told;
  return (
    <div class={wayOn === "search" ? "notice" : "notice notice-fault"} part="notice" role="alert">
      <Icon name="alert" />
      <div>
        <p>
          <b>{title}</b>
        </p>
        <p>{text}</p>
        {failure.requestId && wayOn === "contact" && (
          <p class="small">{t("failed.reference", { id: failure.requestId })}</p>
        )}
        {wayOn === "search" && (
          <Button class="primary" onClick={() => dispatch({ type: "search-submitted", trip })}>
            {t("search.submit")}
          </Button>
        )}
        {wayOn === "contact" && <Contact />}
      </div>
    </div>
  );
}
