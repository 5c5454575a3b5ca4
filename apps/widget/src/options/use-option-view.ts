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
  const filters = settings?.features.filters ?? true;
  const choices = useMemo(() => filterChoices(filters ? options : []), [options, filters]);
  const sorted = useMemo(() => sortOptions(options, view.sort), [options, view.sort]);
  const shown = useMemo(() => filterOptions(sorted, view), [sorted, view]);
  const change = (part: Partial<OptionView>) => setView((now) => ({ ...now, limit: firstBatch, ...part }));
  return { priced, filters, view, choices, shown, change };
}
