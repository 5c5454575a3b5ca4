import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";
import { DayField, HourField, PlaceFields, type LegFieldsProps } from "./leg-fields.tsx";
import { PassengersField } from "./passengers-field.tsx";

export type TripFieldsProps = Omit<LegFieldsProps, "index">;

/**
 * The cells of the trip: one block on a one-way or return, one for each leg on several. The latter, the rarest kind, are
 * a part of the later file; until it is there, the first leg can be filled in.
 */
export function TripFields(props: TripFieldsProps): VNode {
  const { later } = useWidget();
  return props.trip.kind === "several" && later ? <later.SeveralLegs {...props} /> : <OneBlock {...props} />;
}

function OneBlock(props: TripFieldsProps): VNode {
  const { t } = useWidget();
  const isReturn = props.trip.kind === "return";
  return (
    <div class={isReturn ? "cells cells-return" : "cells cells-one-way"} part="fields">
      <PlaceFields {...props} index={0} />
      <DayField {...props} index={0} label={t(isReturn ? "field.depart" : "field.date")} />
      {isReturn && <DayField {...props} index={1} label={t("field.return")} />}
      <HourField {...props} index={0} label={t(isReturn ? "field.depart-time" : "field.time")} />
      {isReturn && <HourField {...props} index={1} label={t("field.return-time")} />}
      <Passengers {...props} />
    </div>
  );
}

export function Passengers({ trip, faultOf, onEdit }: TripFieldsProps): VNode {
  return (
    <PassengersField
      passengers={trip.passengers}
      fault={faultOf(null, "passengers")}
      onPick={(passengers) => onEdit({ ...trip, passengers, legs: trip.legs.map((leg) => ({ ...leg, passengers })) })}
    />
  );
}
