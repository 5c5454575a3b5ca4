import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { addDays, today, type PlainDate } from "../format/plain-date.ts";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { openPicker } from "../ui/open-picker.ts";
import { useWidget } from "../widget-context.ts";

interface DateFieldProps {
  id: string;
  label: string;
  date: PlainDate;
  /** The first day that makes sense. */
  min: PlainDate;
  /** Offers today and tomorrow. */
  soon: boolean;
  fault: string | undefined;
  onPick: (date: PlainDate) => void;
}

/**
 * The browser's own date input, which phones do best, behind the day in the widget's language: the input shows itself
 * while it has the focus.
 */
export function DateField({ id, label, date, min, soon, fault, onPick }: DateFieldProps): VNode {
  const { t, formatDay, now } = useWidget();
  const day = today(now());
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Not before the form is painted: a form of its own, it costs a slow phone 30 ms, and shows itself only with the focus.
    if (input.current) input.current.type = "date";
  }, []);
  return (
    <div class="cell cell-date">
      <Field id={id} label={label} fault={fault}>
        {(control) => (
          <div class="date">
            <input
              {...control}
              class="value date-input"
              part="input"
              ref={input}
              min={min}
              max={addDays(day, 730)}
              value={date}
              onInput={(event) => onPick(event.currentTarget.value)}
              // On a desktop, only the small icon would open the calendar. Where it may not open, the keyboard still works.
              onClick={(event) => openPicker(event.currentTarget)}
            />
            <span class={date ? "value date-text" : "value date-text placeholder"} aria-hidden="true">
              {date ? formatDay(date) : t("field.choose-date")}
            </span>
            {!soon && <Icon name="calendar" />}
          </div>
        )}
      </Field>
      {soon && (
        <div class="soon">
          <DayChip label={t("date.today")} date={day} chosen={date} onPick={onPick} />
          <DayChip label={t("date.tomorrow")} date={addDays(day, 1)} chosen={date} onPick={onPick} />
        </div>
      )}
    </div>
  );
}

interface DayChipProps {
  label: string;
  date: PlainDate;
  chosen: PlainDate;
  onPick: (date: PlainDate) => void;
}

function DayChip({ label, date, chosen, onPick }: DayChipProps): VNode {
  return (
    <button type="button" class="soon-day" aria-pressed={date === chosen} onClick={() => onPick(date)}>
      {label}
    </button>
  );
}
