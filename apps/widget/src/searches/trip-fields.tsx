import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";
import { DayField, HourField, PlaceFields, type LegFieldsProps } from "./leg-fields.tsx";
import { PassengersField } from "./passengers-field.tsx";

export type TripFieldsProps = Omit<LegFieldsProps, "index">;

/**
 * The cells of the trip: one block on a one-way or return, one for each leg on several. The latter, the rarest kind, are
 * a part of the later file, which is there as soon as the form is touched.
 */
export function TripFields(props: TripFieldsProps): VNode | null {
  const { later } = useWidget();
  if (props.trip.kind !== "several") return <OneBlock {...props} />;
  return later && <later.SeveralLegs {...props} />;
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
      onPick={(passengers) => onEdit({ ...trip, passengers })}
    />
  );
}
