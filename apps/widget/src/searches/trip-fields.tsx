import type { VNode } from "preact";
import { Button, IconButton } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import { addLeg, removeLeg } from "./edit-trip.ts";
import { DayField, HourField, PlaceFields, type LegFieldsProps } from "./leg-fields.tsx";
import { PassengersField } from "./passengers-field.tsx";
import { MAX_LEGS } from "./trip.ts";

export type TripFieldsProps = Omit<LegFieldsProps, "index">;

/** The cells of the trip: one block on a one-way or return, one for each leg on several. */
export function TripFields(props: TripFieldsProps): VNode {
  return props.trip.kind === "several" ? <SeveralLegs {...props} /> : <OneBlock {...props} />;
}

function OneBlock(props: TripFieldsProps): VNode {
  const { t } = useWidget();
  const isReturn = props.trip.kind === "return";
  return (
    <div class={`cells cells-${props.trip.kind}`} part="fields">
      <PlaceFields {...props} index={0} />
      <DayField {...props} index={0} label={t(isReturn ? "field.depart" : "field.date")} />
      {isReturn && <DayField {...props} index={1} label={t("field.return")} />}
      <HourField {...props} index={0} label={t(isReturn ? "field.depart-time" : "field.time")} />
      {isReturn && <HourField {...props} index={1} label={t("field.return-time")} />}
      <Passengers {...props} />
    </div>
  );
}

function SeveralLegs(props: TripFieldsProps): VNode {
  const { t, announce } = useWidget();
  const { trip, onEdit } = props;
  return (
    <>
      <ol class="legs">
        {trip.legs.map((_, index) => (
          <li class="leg" key={index} aria-label={t("leg.title", { number: index + 1 })}>
            <div class="leg-head">
              <span class="field-label">{t("leg.title", { number: index + 1 })}</span>
              {trip.legs.length > 2 && (
                <IconButton
                  icon="close"
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
              <HourField {...props} index={index} label={t("field.time")} />
            </div>
          </li>
        ))}
      </ol>
      <div class="legs-foot">
        {trip.legs.length < MAX_LEGS && (
          <Button kind="quiet" icon="plus" onClick={() => onEdit(addLeg(trip))}>
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

function Passengers({ trip, faultOf, onEdit }: TripFieldsProps): VNode {
  return (
    <PassengersField
      passengers={trip.passengers}
      fault={faultOf(null, "passengers")}
      onPick={(passengers) => onEdit({ ...trip, passengers })}
    />
  );
}
