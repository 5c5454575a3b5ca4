import type { VNode } from "preact";
import { categoryName } from "../messages/category-name.ts";
import type { PlainKey } from "../messages/catalogue.ts";
import type { Trip } from "../searches/trip.ts";
import { toggled } from "../toggled.ts";
import { useWidget } from "../widget-context.ts";
import { CurrencySelect } from "./currency-select.tsx";
import { filterOptions, type FilterChoices } from "./filter-options.ts";
import type { OptionView } from "./use-option-view.ts";
import type { SortKey } from "./sort-options.ts";

interface OptionToolbarProps {
  /** Back to the categories. Missing where no category was chosen. */
  onBack: (() => void) | undefined;
  /** False where the broker offers neither sorting nor filtering, or there is but one option; then there are no choices. */
  filters: boolean;
  choices: FilterChoices;
  view: OptionView;
  change: (part: Partial<OptionView>) => void;
  /** Without prices there is no order by price. */
  priced: boolean;
  /** How many options are left, in words. */
  count: string;
  trip: Trip;
  /** Tokens. */
  chosen: readonly string[];
}

/** Filters first, then how many are left and in which order. A control that could change nothing is not there. */
export function OptionToolbar(props: OptionToolbarProps): VNode {
  const { t } = useWidget();
  const { onBack, filters, view, change, priced, count, trip, chosen } = props;
  return (
    <div class="toolbar" part="toolbar">
      <div class="chips" role="group" aria-label={t("options.filter")}>
        {onBack && (
          <button type="button" class="chip" onClick={onBack}>
            {t("options.all")}
          </button>
        )}
        <Filters {...props} />
      </div>
      <div class="order">
        <p class="quiet">{count}</p>
        {priced && <CurrencySelect trip={trip} disabled={chosen.length > 0} />}
        {filters && (
          <label class="sort">
            <span class="quiet">{t("options.sort")}</span>
            <select value={view.sort} onChange={(event) => change({ sort: event.currentTarget.value as SortKey })}>
              {sortNames.slice(priced ? 0 : 1).map(([key, name]) => (
                <option value={key}>{t(name)}</option>
              ))}
            </select>
          </label>
        )}
      </div>
    </div>
  );
}

function Filters({ choices, view, change }: OptionToolbarProps): VNode {
  const { t } = useWidget();
  return (
    <>
      {choices.seats.length > 0 && (
        <select
          class="chip"
          aria-label={t("options.seats")}
          value={view.minSeats}
          onChange={(event) => change({ minSeats: Number(event.currentTarget.value) })}
        >
          <option value="0">{t("options.seats")}</option>
          {choices.seats.map((seats) => (
            <option value={seats}>{t("options.seats-least", { seats })}</option>
          ))}
        </select>
      )}
      {choices.stops && (
        <button
          type="button"
          class="chip"
          aria-pressed={view.withoutStops}
          onClick={() => change({ withoutStops: !view.withoutStops })}
        >
          {t("options.without-stops")}
        </button>
      )}
      {choices.categories.map(([name, options]) => (
        <button
          type="button"
          class="chip"
          aria-pressed={view.categories.includes(name)}
          onClick={() => change({ categories: toggled(view.categories, name) })}
        >
          {categoryName(t, name)}{" "}
          <span class="chip-count">{filterOptions(options, { ...view, categories: [] }).length}</span>
        </button>
      ))}
    </>
  );
}

const sortNames = [
  ["price", "options.sort-price"],
  ["time", "options.sort-time"],
  ["seats", "options.sort-seats"],
] as const satisfies [SortKey, PlainKey][];
