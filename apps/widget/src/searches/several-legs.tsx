import type { VNode } from "preact";
import { Button, IconButton } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { addLeg, removeLeg } from "./edit-legs.ts";
import { DayField, HourField, PlaceFields } from "./leg-fields.tsx";
import { Passengers, type TripFieldsProps } from "./trip-fields.tsx";
import { MAX_LEGS } from "./trip.ts";
import { laterIcons } from "../ui/later-icons.ts";

/** A block of cells for each leg; legs can be added and taken out. */
export function SeveralLegs(props: TripFieldsProps): VNode {
  const { t, announce } = useWidget();
  const { trip, onEdit } = props;
  return (
    <>
      <ol class="legs">
        {trip.legs.map(({ passengers, timeMeans }, index) => (
          <li aria-label={t("leg.title", { number: index + 1 })}>
            <div class="leg-head">
              <span class="field-label">
                {t("leg.title", { number: index + 1 })}
                {passengers && ` · ${t("passengers.count", { count: passengers })}`}
              </span>
              {trip.legs.length > 2 && (
                <IconButton
                  icon={laterIcons.close}
                  label={t("leg.remove", { number: index + 1 })}
                  onClick={() => {
                    onEdit(removeLeg(trip, index));
                    announce(t("leg.removed", { number: index + 1 }));
                  }}
                />
              )}
            </div>
            <div class="cells cells-several" part="fields">
              <PlaceFields {...props} index={index} />
              <DayField {...props} index={index} label={t("field.date")} />
              <HourField {...props} index={index} label={t(timeMeans === "arrival" ? "more.arrival" : "field.time")} />
            </div>
          </li>
        ))}
      </ol>
      <div class="legs-foot">
        {trip.legs.length < MAX_LEGS && (
          <Button class="plain" icon="plus" onClick={() => onEdit(addLeg(trip))}>
            {t("leg.add")}
          </Button>
        )}
        <div class="cells cells-passengers">
          <Passengers {...props} />
        </div>
      </div>
    </>
  );
}
