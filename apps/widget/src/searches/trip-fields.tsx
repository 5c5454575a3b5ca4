import type { VNode } from "preact";
import { useLater } from "../use-later.ts";
import { useWidget } from "../widget-context.ts";
import { DayField, HourField, PlaceFields, type LegFieldsProps } from "./leg-fields.tsx";
import { PassengersField } from "./passengers-field.tsx";

export type TripFieldsProps = Omit<LegFieldsProps, "index">;

/** The cells of the trip: one block on a one-way or return, one for each leg on several. */
export function TripFields(props: TripFieldsProps): VNode {
  return props.trip.kind === "several" ? <LazyLegs {...props} /> : <OneBlock {...props} />;
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

/** The rarest kind of trip is a part of the second file, which is there as soon as the form is touched. */
function LazyLegs(props: TripFieldsProps): VNode | null {
  const later = useLater();
  if (!later || later === "failed") return null;
  return (
    <later.Later>
      <later.SeveralLegs {...props} />
    </later.Later>
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
