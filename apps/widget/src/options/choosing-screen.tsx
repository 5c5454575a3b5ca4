import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { JourneyAt } from "../journey.ts";
import { TripLink } from "../leads/trip-link.tsx";
import { categoryName } from "../messages/category-name.ts";
import type { Trip } from "../searches/trip.ts";
import { Button } from "../ui/button.tsx";
import { Explanation } from "../ui/explanation.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWidget } from "../widget-context.ts";
import { CategoryList } from "./category-list.tsx";
import { ChoiceTray } from "./choice-tray.tsx";
import { filterChoices, noFilter } from "./filter-options.ts";
import { countOf } from "./option-facts.ts";
import { OptionList } from "./option-list.tsx";
import { OptionToolbar } from "./option-toolbar.tsx";
import { sortOptions } from "./sort-options.ts";
import { useOptionView } from "./use-option-view.ts";
import { TripStrips } from "./trip-strips.tsx";
import { useChoice } from "./use-choice.ts";

/** The options of a search, to look through and choose from; their categories first, where the broker wants it so. */
export function ChoosingScreen({ journey }: { journey: JourneyAt<"choosing"> }): VNode {
  const { t, settings } = useWidget();
  const { options } = journey.answer;
  const { chosen, choose, full } = useChoice(journey);
  const [category, setCategory] = useState<string>();
  const groups = useMemo(
    () => (settings?.categoryStep ? filterChoices(sortOptions(options, "price")).categories : []),
    [options, settings],
  );
  const group = groups.find(([name]) => name === category);
  // It looks at every option, so it is not drawn again for each choice. Its words may change.
  const head = useMemo(() => <Head options={options} trip={journey.trip} />, [options, t]);
  const asked = groups.length > 0 && !group;
  const title = asked ? t("options.categories") : group ? categoryName(t, group[0]) : t("options.title");

  // Another category is another screen: its heading takes the focus.
  return (
    <Screen key={category} name="options" title={title}>
      {head}
      {/* Drawn at the foot, yet before the list: the keyboard would never come to the end of a list that grows. */}
      <ChoiceTray chosen={chosen} full={full} choose={choose} />
      {asked ? (
        <CategoryList groups={groups} onPick={setCategory} />
      ) : (
        <Options
          options={group?.[1] ?? options}
          onBack={group && (() => setCategory(undefined))}
          trip={journey.trip}
          chosen={journey.chosen}
          choose={choose}
        />
      )}
    </Screen>
  );
}

interface OptionsProps {
  options: readonly Option[];
  /** Back to the categories. Missing where no category was chosen. */
  onBack: (() => void) | undefined;
  trip: Trip;
  /** Their tokens. */
  chosen: readonly string[];
  choose: (option: Option) => void;
}

/** The options to look through: sorted, filtered, and never without a way back. */
function Options({ options, onBack, trip, ...choice }: OptionsProps): VNode {
  const { t, announce } = useWidget();
  const { shown, ...looking } = useOptionView(options);
  const { change } = looking;
  const count = shown.length;
  const all = options.length;
  const left = countOf(t, count, all);
  useLayoutEffect(() => announce(left), [left]);
  return (
    <>
      <OptionToolbar {...looking} onBack={onBack} count={left} trip={trip} chosen={choice.chosen} />
      {count === 0 ? (
        <div class="none">
          <p>{t("options.none")}</p>
          <Button
            onClick={({ currentTarget }) => {
              // It goes, and the focus with it.
              currentTarget.closest("section")?.querySelector("h2")?.focus();
              change(noFilter);
            }}
          >
            {t("options.clear")}
          </Button>
        </div>
      ) : (
        <OptionList {...choice} options={shown} />
      )}
    </>
  );
}

interface HeadProps {
  options: readonly Option[];
  trip: Trip;
}

function Head({ options, trip }: HeadProps): VNode {
  const { t, dispatch, settings } = useWidget();
  const safety = settings?.safety.text;
  return (
    <div class="head">
      <TripStrips options={options} />
      <Button class="plain" onClick={() => dispatch({ type: "trip-reopened" })}>
        {t("failed.change")}
      </Button>
      <TripLink class="plain" trip={trip} />
      {options.some((option) => option.price) && (
        <Explanation title={t("price.question")}>{t("price.answer")}</Explanation>
      )}
      {safety && <Explanation title={t("options.safety")}>{safety}</Explanation>}
    </div>
  );
}
