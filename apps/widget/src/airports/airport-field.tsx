import type { ComponentChildren, VNode } from "preact";
import { useRef } from "preact/hooks";
import type { Place } from "../searches/trip.ts";
import { Field } from "../ui/field.tsx";
import { useWidget } from "../widget-context.ts";
import { useAirportField } from "./use-airport-field.ts";

interface AirportFieldProps {
  /** Unique in the shadow root. */
  id: string;
  label: string;
  place: Place | null;
  fault: string | undefined;
  onPick: (place: Place | null) => void;
  /** What stands on the edge of the field. */
  children?: ComponentChildren;
}

/** Where to leave from or go to: typed, found, picked. */
export function AirportField({ id, label, place, fault, onPick, children }: AirportFieldProps): VNode {
  const { t, later } = useWidget();
  const field = useAirportField(place, onPick);
  const box = useRef<HTMLDivElement>(null);
  const shown = later && field.open && (field.groups.length > 0 || field.airports.status !== "idle");
  const listed = field.groups.length > 0;

  return (
    <div class="cell cell-place" ref={box}>
      <Field id={id} label={label} fault={fault}>
        {(control) => (
          <div class="place">
            <input
              {...control}
              class="value"
              part="input"
              type="text"
              role="combobox"
              aria-expanded={!!shown && listed}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={field.active < 0 ? undefined : `${id}-${field.active}`}
              autocomplete="off"
              autocapitalize="off"
              // Where it is a property, that is true or false, and any text but this one is true.
              autocorrect=""
              spellcheck={false}
              maxLength={200}
              enterkeyhint="next"
              placeholder={t("field.airport-hint")}
              value={field.text}
              defaultValue={field.text}
              onInput={(event) => field.type(event.currentTarget.value, event.isComposing)}
              onCompositionEnd={(event) => field.settle(event.currentTarget.value)}
              onFocus={(event) => {
                event.currentTarget.select();
                // The way to the first fault opens no list: it would cover the next.
                if (!fault) field.focus();
              }}
              onClick={() => field.focus()}
              onBlur={() => field.leave()}
              onKeyDown={(event) => field.press(event)}
            />
            {place?.name && place.code && <span class="code">{place.code}</span>}
          </div>
        )}
      </Field>
      {children}
      {shown && <later.AirportList id={id} label={label} field={field} anchor={box} />}
    </div>
  );
}
