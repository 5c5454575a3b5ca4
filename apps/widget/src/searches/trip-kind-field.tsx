import type { VNode } from "preact";
import { useOffer } from "../use-offer.ts";
import { useWidget } from "../widget-context.ts";
import type { TripKind } from "./trip.ts";

const kinds = [
  ["one-way", "trip.one-way", null],
  ["return", "trip.return", "returnTrip"],
  ["several", "trip.several", "severalLegs"],
] as const;

interface TripKindFieldProps {
  kind: TripKind;
  onPick: (kind: TripKind) => void;
}

export function TripKindField({ kind, onPick }: TripKindFieldProps): VNode {
  const { t } = useWidget();
  const offer = useOffer();
  return (
    <div class="tabs" role="radiogroup" aria-label={t("trip.kind")} part="trip-kind">
      {kinds.map(([each, name, feature]) => {
        // What the page asked for, or the visitor in time, stays.
        const offered = feature && each !== kind ? offer(feature) : {};
        return (
          offered && (
            <label class="tab" {...offered}>
              <input type="radio" name="kind" checked={each === kind} onChange={() => onPick(each)} />
              <span>{t(name)}</span>
            </label>
          )
        );
      })}
    </div>
  );
}
