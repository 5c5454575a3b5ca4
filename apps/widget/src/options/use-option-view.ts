import type { Option } from "@liftline/schema";
import { useMemo, useState } from "preact/hooks";
import { useWidget } from "../widget-context.ts";
import { filterChoices, filterOptions, noFilter, type OptionFilter } from "./filter-options.ts";
import { firstBatch } from "./option-list.tsx";
import { sortOptions, type SortKey } from "./sort-options.ts";

/** What of the options is looked at: filtered, sorted, and how far down. */
export interface OptionView extends OptionFilter {
  sort: SortKey;
  /** How many cards are in the page. */
  limit: number;
}

/** The view and the options that are left in it. Every change but one of the limit begins at the top again. */
export function useOptionView(options: readonly Option[]) {
  const { settings } = useWidget();
  const priced = options.some((option) => option.price);
  const [view, setView] = useState<OptionView>({ ...noFilter, sort: priced ? "price" : "time", limit: firstBatch });
  const byPrice = useMemo(() => sortOptions(options, "price"), [options]);
  const groups = useMemo(
    () => (settings?.categoryStep ? filterChoices(byPrice).categories : []),
    [byPrice, settings?.categoryStep],
  );
  // With a step for the category, the filter's is where the visitor is, and all else is about that category.
  const group = groups.find(([name]) => view.categories.includes(name));
  const within = group?.[1] ?? byPrice;
  const filters = settings?.features.filters ?? true;
  const choices = useMemo(() => filterChoices(filters ? within : []), [within, filters]);
  const sorted = useMemo(() => sortOptions(within, view.sort), [within, view.sort]);
  const shown = useMemo(() => filterOptions(sorted, view), [sorted, view]);
  const change = (part: Partial<OptionView>) => setView((now) => ({ ...now, limit: firstBatch, ...part }));
  return {
    ...{ priced, filters, view, choices, shown, change },
    clear: () => change({ ...noFilter, ...(group && { categories: [group[0]] }) }),
    /** The category that was chosen in a step of its own. */
    category: group?.[0],
    /** Categories to choose from before anything else; null where there is nothing to choose, or not any more. */
    groups: groups.length > 0 && !group ? groups : null,
    /** How many options there are to filter. */
    all: within.length,
  };
}
