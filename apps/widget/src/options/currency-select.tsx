import type { VNode } from "preact";
import type { Trip } from "../searches/trip.ts";
import { openPicker } from "../ui/open-picker.ts";
import { useWidget } from "../widget-context.ts";

interface CurrencySelectProps {
  trip: Trip;
  /** Another currency is another search, and what is chosen would be gone with this one. */
  disabled: boolean;
}

/** The broker's currencies (ISO 4217). Nothing where there is but one. */
export function CurrencySelect({ trip, disabled }: CurrencySelectProps): VNode | undefined | false {
  const { t, dispatch, settings } = useWidget();
  const currency = settings?.currency;
  return (
    currency &&
    currency.offered.length > 1 && (
      <select
        aria-label={t("more.currency")}
        disabled={disabled}
        value={trip.currency ?? currency.default}
        // Closed, it would change with each step to another currency, and each change is a search. A letter is no step: it
        // names one. With Alt an arrow is the browser's: its list, or its history.
        onKeyDown={(event) => {
          const steps = /Arrow|Page|Home|End/.test(event.key) && !event.altKey;
          if (steps && openPicker(event.currentTarget)) event.preventDefault();
        }}
        onChange={(event) =>
          dispatch({ type: "search-submitted", trip: { ...trip, currency: event.currentTarget.value } })
        }
      >
        {currency.offered.map((code) => (
          <option value={code}>{code}</option>
        ))}
      </select>
    )
  );
}
