import type { VNode } from "preact";
import { FieldFault } from "../ui/field.tsx";
import { useWidget } from "../widget-context.ts";
import type { FieldsProps } from "./lead-fields.tsx";

/** The visitor's consent to the broker's policy; nothing where the broker has none. */
export function Consent({
  draft,
  faults,
  locked,
  edit,
  policy,
}: FieldsProps & { policy: string | null }): VNode | null {
  const { t } = useWidget();
  if (policy === null) return null;
  const fault = faults.consent;
  return (
    <div class="consent" part="consent">
      <label class="check">
        <input
          type="checkbox"
          name="consent"
          checked={draft.consent}
          aria-invalid={fault ? "true" : undefined}
          aria-describedby={fault ? "lead-consent-fault" : undefined}
          disabled={locked}
          onChange={(event) => edit({ consent: event.currentTarget.checked })}
        />
        <span>{t("lead.consent")}</span>
      </label>
      <a class="consent-link small" href={policy} target="_blank" rel="noopener noreferrer">
        {t("lead.policy")}
      </a>
      {fault && <FieldFault id="lead-consent-fault">{t("lead.consent-missing")}</FieldFault>}
    </div>
  );
}
