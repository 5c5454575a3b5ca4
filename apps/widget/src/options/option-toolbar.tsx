import type { VNode } from "preact";
import { categoryName } from "../messages/category-name.ts";
import type { PlainKey } from "../messages/catalogue.ts";
import { useWidget } from "../widget-context.ts";
import type { FilterChoices, OptionFilter } from "./filter-options.ts";
import type { SortKey } from "./sort-options.ts";

interface OptionToolbarProps {
  choices: FilterChoices;
  filter: OptionFilter;
  onFilter: (filter: OptionFilter) => void;
  sortKeys: readonly SortKey[];
  sort: SortKey;
  onSort: (sort: SortKey) => void;
  /** How many options are left, in words. */
  count: string;
}

/** Filters first, then how many are left and in which order. A control that could change nothing is not there. */
export function OptionToolbar(props: OptionToolbarProps): VNode {
  const { t } = useWidget();
  const { choices } = props;
  const filters = choices.categories.length > 0 || choices.seats.length > 0 || choices.stops;
  return (
    <div class="toolbar" part="toolbar">
      {filters && (
        <div class="chips" role="group" aria-label={t("options.filter")}>
          {choices.seats.length > 0 && <SeatSelect {...props} />}
          <Chips {...props} />
        </div>
      )}
      <div class="order">
        <p class="quiet" role="status">
          {props.count}
        </p>
        <label class="sort">
          <span class="quiet">{t("options.sort")}</span>
          <select
            value={props.sort}
            onChange={(event) => props.onSort(props.sortKeys[event.currentTarget.selectedIndex] ?? props.sort)}
          >
            {props.sortKeys.map((key) => (
              <option key={key} value={key}>
                {t(sortNames[key])}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

function Chips({ choices, filter, onFilter }: OptionToolbarProps): VNode {
  const { t } = useWidget();
  return (
    <>
      {choices.stops && (
        <button
          type="button"
          class="chip"
          aria-pressed={filter.withoutStops}
          onClick={() => onFilter({ ...filter, withoutStops: !filter.withoutStops })}
        >
          {t("options.without-stops")}
        </button>
      )}
      {choices.categories.map(({ name, count }) => (
        <button
          key={name}
          type="button"
          class="chip"
          aria-pressed={filter.categories.includes(name)}
          onClick={() => onFilter({ ...filter, categories: toggled(filter.categories, name) })}
        >
          {categoryName(t, name)} <span class="chip-count figures">{count}</span>
        </button>
      ))}
    </>
  );
}

function SeatSelect({ choices, filter, onFilter }: OptionToolbarProps): VNode {
  const { t } = useWidget();
  return (
    <select
      class="chip"
      aria-label={t("options.seats")}
      value={String(filter.minSeats)}
      onChange={(event) => onFilter({ ...filter, minSeats: Number(event.currentTarget.value) })}
    >
      <option value="0">{t("options.seats-any")}</option>
      {choices.seats.map((seats) => (
        <option key={seats} value={seats}>
          {t("options.seats-least", { seats })}
        </option>
      ))}
    </select>
  );
}

function toggled(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}

const sortNames = {
  price: "options.sort-price",
  time: "options.sort-time",
  seats: "options.sort-seats",
} as const satisfies Record<SortKey, PlainKey>;
