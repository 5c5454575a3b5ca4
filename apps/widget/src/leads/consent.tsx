import type { VNode } from "preact";
import { FieldFault } from "../ui/field.tsx";
import { useWidget } from "../widget-context.ts";
import type { FieldsProps } from "./lead-fields.tsx";

/** The visitor's consent to the broker's policy, and what else there is to read: nothing where the broker has neither. */
export function Consent({ draft, faults, locked, edit }: FieldsProps): VNode | null {
  const { t, settings } = useWidget();
  const { privacyPolicy: policy, terms } = settings ?? {};
  if (!policy && !terms) return null;
  const fault = faults.consent;
  const link = (href: string | null | undefined, text: "lead.policy" | "lead.terms") =>
    href && (
      <a class="small" href={href} target="_blank" rel="noopener noreferrer">
        {t(text)}
      </a>
    );
  return (
    <div class="consent" part="consent">
      {policy && (
        <label class="check">
          <input
            type="checkbox"
            name="consent"
            checked={draft.consent === policy}
            aria-invalid={fault && "true"}
            aria-describedby={fault && "lead-consent-fault"}
            disabled={locked}
            onChange={(event) => edit({ consent: event.currentTarget.checked ? policy : null })}
          />
          <span>{t("lead.consent")}</span>
        </label>
      )}
      {fault && <FieldFault id="lead-consent-fault">{t("lead.consent-missing")}</FieldFault>}
      {link(policy, "lead.policy")}
      {link(terms, "lead.terms")}
    </div>
  );
}
