import type { VNode } from "preact";
import { chosenOptions, type JourneyAt } from "../journey.ts";
import { categoryName } from "../messages/category-name.ts";
import { optionName } from "../options/option-name.ts";
import { OptionPhoto } from "../options/option-photo.tsx";
import { OptionPrice } from "../options/option-price.tsx";
import { TripStrips } from "../options/trip-strips.tsx";
import { TripWish } from "../searches/trip-wish.tsx";
import { IconButton } from "../ui/button.tsx";
import { laterIcons } from "../ui/later-icons.ts";
import { useWidget } from "../widget-context.ts";

interface AskedForProps {
  journey: JourneyAt<"requesting" | "received">;
}

/** What a request is about: the trip, and the choice where there was one. It can be made smaller until it is sent. */
export function AskedFor({ journey }: AskedForProps): VNode {
  const { t, dispatch } = useWidget();
  const options = chosenOptions(journey);
  if (!journey.answer) return <TripWish trip={journey.trip} />;
  return (
    <>
      <TripStrips options={options} />
      <p class="quiet">{t("passengers.count", { count: journey.trip.passengers })}</p>
      <ul class="chosen" role="list">
        {options.map((option) => {
          const name = optionName(t, option);
          return (
            <li key={option.token}>
              <OptionPhoto photos={option.photos} alt="" />
              <div>
                <p class="chosen-name">
                  <bdi>{name}</bdi>
                </p>
                {option.type !== null && <p class="small quiet">{categoryName(t, option.category)}</p>}
                <OptionPrice price={option.price} />
              </div>
              {journey.step === "requesting" && (
                <IconButton
                  icon={laterIcons.close}
                  label={t("option.remove", { option: name })}
                  onClick={() => dispatch({ type: "option-toggled", token: option.token })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
