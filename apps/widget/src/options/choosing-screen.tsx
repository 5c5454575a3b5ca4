import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { ChoiceTray } from "./choice-tray.tsx";
import { filterChoices, filterOptions, noFilter, type OptionFilter } from "./filter-options.ts";
import { firstBatch, OptionList } from "./option-list.tsx";
import { OptionToolbar } from "./option-toolbar.tsx";
import { sortOptions, type SortKey } from "./sort-options.ts";
import { TripStrips } from "./trip-strips.tsx";
import { useChoice } from "./use-choice.ts";

/** The options of a search, to look through and choose from. */
export function ChoosingScreen({ journey }: { journey: JourneyAt<"choosing"> }): VNode {
  const { t } = useWidget();
  const { options } = journey.answer;
  const { chosen, choose, full } = useChoice(journey);
  const view = useOptionView(options);
  // It looks at every option, so it is not drawn again for each helping of cards.
  const head = useMemo(() => <Head options={options} />, [options]);
  const tokens = useMemo(() => new Set(journey.chosen), [journey.chosen]);

  return (
    <Screen name="options" title={t("options.title")}>
      {head}
      <OptionToolbar
        {...view}
        count={
          view.shown.length === options.length
            ? t("options.count", { count: options.length })
            : t("options.left", { count: view.shown.length, all: options.length })
        }
      />
      {view.shown.length === 0 ? (
        <div class="none">
          <p>{t("options.none")}</p>
          <Button onClick={() => view.onFilter(noFilter)}>{t("options.clear")}</Button>
        </div>
      ) : (
        <OptionList options={view.shown} chosen={tokens} limit={view.limit} onLimit={view.onLimit} choose={choose} />
      )}
      <ChoiceTray chosen={chosen} full={full} />
    </Screen>
  );
}

function Head({ options }: { options: readonly Option[] }): VNode {
  const { t, dispatch } = useWidget();
  const priced = options.some((option) => option.price);
  return (
    <div class="head">
      <TripStrips options={options} />
      <Button class="plain" onClick={() => dispatch({ type: "trip-reopened" })}>
        {t("failed.change")}
      </Button>
      {priced && (
        <details class="explain">
          <summary>
            {t("price.question")}
            <Icon name="chevron" />
          </summary>
          <p class="text small">{t("price.answer")}</p>
        </details>
      )}
    </div>
  );
}

/** What of the options is looked at: sorted, filtered, and how far down. */
function useOptionView(options: readonly Option[]) {
  const priced = options.some((option) => option.price);
  const [sort, setSort] = useState<SortKey>(priced ? "price" : "time");
  const [filter, setFilter] = useState<OptionFilter>(noFilter);
  const [limit, setLimit] = useState(firstBatch);
  const choices = useMemo(() => filterChoices(options), [options]);
  const sorted = useMemo(() => sortOptions(options, sort), [options, sort]);
  const shown = useMemo(() => filterOptions(sorted, filter), [sorted, filter]);
  const sortKeys: readonly SortKey[] = priced ? ["price", "time", "seats"] : ["time", "seats"];
  return {
    choices,
    filter,
    sort,
    sortKeys,
    shown,
    limit,
    onLimit: setLimit,
    onSort(key: SortKey) {
      setSort(key);
      setLimit(firstBatch);
    },
    onFilter(next: OptionFilter) {
      setFilter(next);
      setLimit(firstBatch);
    },
  };
}
