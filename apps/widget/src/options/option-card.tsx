import type { Option } from "@liftline/schema";
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { categoryName } from "../messages/category-name.ts";
import type { Translate } from "../messages/catalogue.ts";
import { Icon } from "../ui/icon.tsx";
import type { CardSurroundings } from "./card-surroundings.ts";
import { LegStrip } from "./leg-strip.tsx";
import { OptionDetails } from "./option-details.tsx";
import { optionName } from "./option-name.ts";
import { OptionPhoto } from "./option-photo.tsx";
import { OptionPrice } from "./option-price.tsx";
import { showsTimes } from "./shows-times.ts";
import { flightMinutes, fuelStops } from "./sort-options.ts";
import type { Formats } from "./use-formats.ts";
import { laterIcons } from "../ui/later-icons.ts";

interface OptionCardProps {
  option: Option;
  chosen: boolean;
  surroundings: CardSurroundings;
}

/** Draws its card again only when something of this card changed: choosing one of 300 touches one. */
export function OptionItem({ option, chosen, surroundings }: OptionCardProps): VNode {
  return useMemo(
    () => <OptionCard option={option} chosen={chosen} surroundings={surroundings} />,
    [option, chosen, surroundings],
  );
}

export function OptionCard({ option, chosen, surroundings }: OptionCardProps): VNode {
  const { t, formats, backend, choose } = surroundings;
  const name = optionName(t, option);
  const photo = option.photos.find(({ kind }) => kind === "EXTERIOR") ?? option.photos[0] ?? null;
  return (
    <article class={chosen ? "card card-chosen" : "card"} part="card">
      <OptionPhoto photo={photo} alt={t("option.exterior", { option: name })} backend={backend} />
      <div class="card-words">
        <h3 class="card-title" tabIndex={-1}>
          <bdi>{name}</bdi>
        </h3>
        <Facts option={option} t={t} formats={formats} />
        {showsTimes(option) && option.legs.map((leg, at) => <LegStrip key={at} leg={leg} t={t} formats={formats} />)}
      </div>
      <div class="card-deal">
        <OptionPrice price={option.price} t={t} formats={formats} />
        <button
          type="button"
          part="choose"
          class={`button choose ${chosen ? "primary" : "secondary"}`}
          aria-pressed={chosen}
          onClick={() => choose(option)}
        >
          <Icon name={chosen ? laterIcons.check : "plus"} />
          <span>
            {t(chosen ? "option.chosen" : "option.choose")}
            <span class="unseen"> {name}</span>
          </span>
        </button>
      </div>
      <OptionDetails option={option} name={name} surroundings={surroundings} />
    </article>
  );
}

function Facts({ option, t, formats }: { option: Option; t: Translate; formats: Formats }): VNode {
  const seats = { count: option.maxPassengers };
  const stops = fuelStops(option);
  const facts = [
    option.type !== null && categoryName(t, option.category),
    option.aircraftCount > 1 && t("option.aircraft", { count: option.aircraftCount }),
    option.aircraftCount > 1 ? t("option.seats-up-to", seats) : t("option.seats", seats),
    !showsTimes(option) && t("option.flying", { duration: formats.duration.short(flightMinutes(option)) }),
    stops > 0 ? t("option.stops", { count: stops }) : t("options.without-stops"),
  ];
  return (
    <ul class="facts" role="list">
      {facts.map((fact) => fact && <li key={fact}>{fact}</li>)}
    </ul>
  );
}
