import type { VNode } from "preact";
import { AirportField } from "../airports/airport-field.tsx";
import { today } from "../format/plain-date.ts";
import { IconButton } from "../ui/button.tsx";
import { useWidget } from "../widget-context.ts";
import type { FaultField } from "./check-trip.ts";
import { DateField } from "./date-field.tsx";
import { swapLeg, withLeg } from "./edit-trip.ts";
import { TimeField } from "./time-field.tsx";
import type { Trip } from "./trip.ts";

export interface LegFieldsProps {
  trip: Trip;
  index: number;
  /** What is wrong with a field of a leg, in words. */
  faultOf: (leg: number | null, field: FaultField) => string | undefined;
  onEdit: (trip: Trip) => void;
}

/** Where from and where to, with a button that turns them round. */
export function PlaceFields({ trip, index, faultOf, onEdit }: LegFieldsProps): VNode {
  const { t } = useWidget();
  const leg = trip.legs[index];
  return (
    <>
      <AirportField
        id={`from-${index}`}
        label={t("field.from")}
        place={leg?.from ?? null}
        fault={faultOf(index, "from")}
        onPick={(from) => onEdit(withLeg(trip, index, { from }))}
      >
        <IconButton class="swap" icon="swap" label={t("search.swap")} onClick={() => onEdit(swapLeg(trip, index))} />
      </AirportField>
      <AirportField
        id={`to-${index}`}
        label={t("field.to")}
        place={leg?.to ?? null}
        fault={faultOf(index, "to")}
        onPick={(to) => onEdit(withLeg(trip, index, { to }))}
      />
    </>
  );
}

interface WhenProps extends LegFieldsProps {
  label: string;
}

export function DayField({ trip, index, label, faultOf, onEdit }: WhenProps): VNode {
  const { now } = useWidget();
  const before = trip.legs.slice(0, index).findLast((leg) => leg.date)?.date;
  return (
    <DateField
      id={`date-${index}`}
      label={label}
      date={trip.legs[index]?.date ?? ""}
      min={before ?? today(now())}
      soon={index === 0}
      fault={faultOf(index, "date")}
      onPick={(date) => onEdit(withLeg(trip, index, { date }))}
    />
  );
}

export function HourField({ trip, index, label, onEdit }: WhenProps): VNode {
  return (
    <TimeField
      id={`time-${index}`}
      label={label}
      time={trip.legs[index]?.time ?? ""}
      onPick={(time) => onEdit(withLeg(trip, index, { time }))}
    />
  );
}
