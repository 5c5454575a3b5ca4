import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { JourneyAt } from "../journey.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { ChoiceTray } from "./choice-tray.tsx";
import { noFilter } from "./filter-options.ts";
import { OptionList } from "./option-list.tsx";
import { OptionToolbar } from "./option-toolbar.tsx";
import { useOptionView } from "./use-option-view.ts";
import { TripStrips } from "./trip-strips.tsx";
import { useChoice } from "./use-choice.ts";

/** The options of a search, to look through and choose from. */
export function ChoosingScreen({ journey }: { journey: JourneyAt<"choosing"> }): VNode {
  const { t } = useWidget();
  const { options } = journey.answer;
  const { chosen, choose, full } = useChoice(journey);
  const { shown, ...looking } = useOptionView(options);
  const { view, change } = looking;
  // It looks at every option, so it is not drawn again for each helping of cards. Its words may change.
  const head = useMemo(() => <Head options={options} />, [options, t]);
  const tokens = useMemo(() => new Set(journey.chosen), [journey.chosen]);

  return (
    <Screen name="options" title={t("options.title")}>
      {head}
      <OptionToolbar
        {...looking}
        count={
          shown.length === options.length
            ? t("options.count", { count: options.length })
            : t("options.left", { count: shown.length, all: options.length })
        }
      />
      {shown.length === 0 ? (
        <div class="none">
          <p>{t("options.none")}</p>
          <Button onClick={() => change(noFilter)}>{t("options.clear")}</Button>
        </div>
      ) : (
        <OptionList
          options={shown}
          chosen={tokens}
          limit={view.limit}
          onLimit={(limit) => change({ limit })}
          choose={choose}
        />
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
