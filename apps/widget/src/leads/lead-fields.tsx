import { createElement, type InputHTMLAttributes, type TextareaHTMLAttributes, type VNode } from "preact";
import type { PlainKey } from "../messages/catalogue.ts";
import { Field } from "../ui/field.tsx";
import { useWidget } from "../widget-context.ts";
import type { LeadDraft, LeadFaults, LeadField as Name } from "./lead-draft.ts";

/** What every field of the form is given. */
export interface FieldsProps {
  draft: LeadDraft;
  faults: LeadFaults;
  /** While the request is on its way nothing can be changed. */
  locked: boolean;
  edit: (changes: Partial<LeadDraft>) => void;
}

interface LeadFieldProps extends FieldsProps {
  name: Exclude<Name, "consent">;
  label: PlainKey;
  hint?: PlainKey;
  /** Default: one line. */
  as?: "input" | "textarea";
  control: InputHTMLAttributes | TextareaHTMLAttributes;
}

/** A field with its label, its hint and what is wrong with it. */
export function LeadField({ name, label, hint, as = "input", control, ...fields }: LeadFieldProps): VNode {
  const { t } = useWidget();
  const { draft, faults, locked, edit } = fields;
  const fault = faults[name];
  return (
    <Field id={`lead-${name}`} label={t(label)} hint={hint && t(hint)} fault={fault && t(fault)}>
      {(tied) =>
        createElement(as, {
          ...tied,
          ...control,
          class: "box",
          name,
          value: draft[name],
          readOnly: locked,
          onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
            edit({ [name]: name === "pets" ? wholeNumber(value) : value }),
        })
      }
    </Field>
  );
}

function wholeNumber(text: string): number {
  return Math.min(20, Math.max(0, Math.trunc(Number(text) || 0)));
}
