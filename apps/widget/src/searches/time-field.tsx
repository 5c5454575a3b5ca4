import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { useWidget } from "../widget-context.ts";

interface TimeFieldProps {
  id: string;
  label: string;
  /** `HH:MM`, or empty: not decided. */
  time: string;
  onPick: (time: string) => void;
}

// Old libraries put an `Array.from` of their own in the place of the browser's: theirs fills nothing.
const halfHours = Array(48)
  .fill(0)
  .map((_, index) => `${`0${index >> 1}`.slice(-2)}:${index % 2 ? "30" : "00"}`);

/** Half hours in a list: `input type=time` costs a phone 67 ms each (perf.md B1), and nobody charters to the minute. */
export function TimeField({ id, label, time, onPick }: TimeFieldProps): VNode {
  const { t, settings } = useWidget();
  const isOpen = settings?.features.timeUndecided !== false;
  // Nobody opens the list before it is painted, and half of what the form is made of are its lines.
  const [hours, setHours] = useState<readonly string[]>([]);
  useEffect(() => {
    setHours(halfHours);
    if (!time && !isOpen) onPick("12:00");
  });
  return (
    <div class="cell cell-time">
      <Field id={id} label={label}>
        {(control) => (
          <div class="select">
            <select
              {...control}
              class={time ? "value" : "value placeholder"}
              part="input"
              value={time}
              onChange={(event) => onPick(event.currentTarget.value)}
            >
              {isOpen && <option value="">{t("time.undecided")}</option>}
              {hours.includes(time) || (time && <option>{time}</option>)}
              {hours.map((each) => (
                <option>{each}</option>
              ))}
            </select>
            <Icon name="chevron" />
          </div>
        )}
      </Field>
    </div>
  );
}
