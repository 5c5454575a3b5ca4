import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";

/** What a control needs to be tied to its label, hint and fault. Spread it on the `<input>`. */
export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean;
}

interface FieldProps {
  /** Unique in the shadow root; the control's id. */
  id: string;
  label: string;
  hint?: ComponentChildren;
  /** What is wrong, in words; it is read out with the control. */
  fault?: string | null | undefined;
  children: (control: ControlProps) => ComponentChildren;
}

/** A label, a control, a hint and what is wrong with it, tied together. */
export function Field({ id, label, hint, fault, children }: FieldProps): VNode {
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div class={fault ? "field field-faulty" : "field"} part="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": !!fault })}
      {hint && (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && <FieldFault id={`${id}-fault`}>{fault}</FieldFault>}
    </div>
  );
}

export function FieldFault({ id, children }: { id?: string; children: ComponentChildren }): VNode {
  return (
    <div class="field-fault" id={id} part="fault">
      <Icon name="alert" />
      <span>{children}</span>
    </div>
  );
}
