import type { VNode } from "preact";
import { IconButton } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useWidget } from "../widget-context.ts";
import { MAX_PASSENGERS } from "./trip.ts";

interface PassengersFieldProps {
  passengers: number;
  fault: string | undefined;
  onPick: (passengers: number) => void;
}

/** A number to type, with one fewer and one more beside it: at the end of the numbers they keep the focus that they have. */
export function PassengersField({ passengers, fault, onPick }: PassengersFieldProps): VNode {
  const { t, announce } = useWidget();
  function step(change: number): void {
    const next = Math.min(Math.max(passengers + change, 1), MAX_PASSENGERS);
    onPick(next);
    announce(t("passengers.count", { count: next }));
  }
  return (
    <div class="cell cell-passengers">
      <Field id="passengers" label={t("field.passengers")} fault={fault}>
        {(control) => (
          <input
            {...control}
            class="value"
            part="input"
            type="number"
            inputMode="numeric"
            min={1}
            max={MAX_PASSENGERS}
            value={passengers || ""}
            onInput={(event) => onPick(Math.trunc(Number(event.currentTarget.value)))}
          />
        )}
      </Field>
      <div class="stepper">
        <IconButton
          icon="minus"
          label={t("passengers.fewer")}
          aria-disabled={passengers <= 1}
          onClick={() => step(-1)}
        />
        <IconButton
          icon="plus"
          label={t("passengers.more")}
          aria-disabled={passengers >= MAX_PASSENGERS}
          onClick={() => step(1)}
        />
      </div>
    </div>
  );
}
