import type { InputHTMLAttributes, VNode } from "preact";
import type { PlainKey } from "../messages/catalogue.ts";
import { Field } from "../ui/field.tsx";
import { useWidget } from "../widget-context.ts";
import type { LeadDraft, LeadFaults, LeadField } from "./lead-draft.ts";

/** What every field of the form is given. */
export interface FieldsProps {
  draft: LeadDraft;
  faults: LeadFaults;
  /** While the request is on its way nothing can be changed. */
  locked: boolean;
  edit: (changes: Partial<LeadDraft>) => void;
}

type TextField = Exclude<LeadField, "pets" | "consent">;

interface LineProps extends FieldsProps {
  name: TextField;
  hint?: PlainKey;
  optional?: boolean;
  input: InputHTMLAttributes;
}

/** A one-line field. */
export function Line({ name, hint, optional = false, input, draft, faults, locked, edit }: LineProps): VNode {
  const { t } = useWidget();
  const fault = faults[name];
  return (
    <Field
      id={`lead-${name}`}
      label={optional ? `${t(`lead.${name}`)} (${t("lead.optional")})` : t(`lead.${name}`)}
      hint={hint && t(hint)}
      fault={fault && t(faultMessage(name, fault))}
    >
      {(control) => (
        <input
          {...control}
          {...input}
          class="box"
          name={name}
          value={draft[name]}
          readOnly={locked}
          onInput={(event) => edit({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** The message, in the visitor's own words. */
export function Message({ draft, faults, locked, edit }: FieldsProps): VNode {
  const { t } = useWidget();
  return (
    <Field
      id="lead-message"
      label={`${t("lead.message")} (${t("lead.optional")})`}
      hint={t("lead.message-hint")}
      fault={faults.message && t("lead.field-invalid")}
    >
      {(control) => (
        <textarea
          {...control}
          class="box"
          name="message"
          rows={3}
          maxLength={4000}
          value={draft.message}
          readOnly={locked}
          onInput={(event) => edit({ message: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** How many animals come along. */
export function Pets({ draft, faults, locked, edit }: FieldsProps): VNode {
  const { t } = useWidget();
  return (
    <Field id="lead-pets" label={t("lead.pets")} fault={faults.pets && t("lead.field-invalid")}>
      {(control) => (
        <input
          {...control}
          class="box figures"
          type="number"
          name="pets"
          inputMode="numeric"
          min={0}
          max={20}
          value={draft.pets}
          readOnly={locked}
          onInput={(event) => edit({ pets: wholeNumber(event.currentTarget.value) })}
        />
      )}
    </Field>
  );
}

/** What is wrong with a field, in words. */
export function faultMessage(name: LeadField, fault: "missing" | "invalid"): PlainKey {
  if (fault === "missing") {
    if (name === "name" || name === "email" || name === "consent") return `lead.${name}-missing`;
  } else if (name === "email" || name === "phone") return `lead.${name}-invalid`;
  return "lead.field-invalid";
}

function wholeNumber(text: string): number {
  return Math.min(20, Math.max(0, Math.trunc(Number(text) || 0)));
}
