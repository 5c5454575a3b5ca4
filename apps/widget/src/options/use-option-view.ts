import type { Option } from "@liftline/schema";
import { useMemo, useState } from "preact/hooks";
import { useWidget } from "../widget-context.ts";
import { filterChoices, filterOptions, noFilter, type OptionFilter } from "./filter-options.ts";
import { sortOptions, type SortKey } from "./sort-options.ts";

/** What of the options is looked at: filtered and sorted. */
export interface OptionView extends OptionFilter {
  sort: SortKey;
}

/** The view and the options that are left in it. */
export function useOptionView(options: readonly Option[]) {
  const { settings } = useWidget();
  const priced = options.some((option) => option.price);
  const [view, setView] = useState<OptionView>({ ...noFilter, sort: priced ? "price" : "time" });
  const filters = (settings?.features.filters ?? true) && options.length > 1;
  const choices = useMemo(() => filterChoices(filters ? options : []), [options, filters]);
  const sorted = useMemo(() => sortOptions(options, view.sort), [options, view.sort]);
  const shown = useMemo(() => filterOptions(sorted, view), [sorted, view]);
  const change = (part: Partial<OptionView>) => setView((now) => ({ ...now, ...part }));
  return { priced, filters, view, choices, shown, change };
}
