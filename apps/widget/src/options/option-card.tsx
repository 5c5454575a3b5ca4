import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { categoryName } from "../messages/category-name.ts";
import { Button } from "../ui/button.tsx";
import { laterIcons } from "../ui/later-icons.ts";
import { useWidget } from "../widget-context.ts";
import { FactList } from "./fact-list.tsx";
import { LegStrip } from "./leg-strip.tsx";
import { OptionDetails } from "./option-details.tsx";
import { seatsOf, stopsOf } from "./option-facts.ts";
import { optionName } from "./option-name.ts";
import { OptionPhoto } from "./option-photo.tsx";
import { OptionPrice } from "./option-price.tsx";
import { showsTimes } from "./shows-times.ts";
import { flightMinutes } from "./sort-options.ts";

interface OptionCardProps {
  option: Option;
  chosen: boolean;
  choose: (option: Option) => void;
  /** Whether its photo may be asked for. */
  near: boolean;
}

export function OptionCard({ option, chosen, choose, near }: OptionCardProps): VNode {
  const { t, formatDuration } = useWidget();
  const name = optionName(t, option);
  const timesSaid = showsTimes(option);
  const word = t(chosen ? "option.chosen" : "option.choose");
  return (
    <article class={chosen ? "card card-chosen" : "card"} part="card">
      <OptionPhoto photos={option.photos} alt={t("option.exterior", { option: name })} near={near} />
      <div class="card-words">
        <h3 class="card-title">
          <bdi>{name}</bdi>
        </h3>
        <FactList
          facts={[
            option.type !== null && categoryName(t, option.category),
            option.aircraftCount > 1 && t("option.aircraft", { count: option.aircraftCount }),
            seatsOf(t, option),
            !timesSaid && t("option.flying", { duration: formatDuration.short(flightMinutes(option)) }),
            stopsOf(t, option),
          ]}
        />
        {timesSaid && option.legs.map((leg) => <LegStrip leg={leg} />)}
      </div>
      <div class="card-deal">
        <OptionPrice price={option.price} />
        <Button
          part="choose"
          class={chosen ? "primary" : "secondary"}
          icon={chosen && laterIcons.check}
          aria-label={`${word} ${name}`}
          aria-pressed={chosen}
          onClick={() => choose(option)}
        >
          {word}
        </Button>
      </div>
      <OptionDetails option={option} name={name} />
    </article>
  );
}
