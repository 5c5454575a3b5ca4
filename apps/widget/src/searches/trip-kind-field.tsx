import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";
import type { TripKind } from "./trip.ts";

const kinds = [
  ["one-way", "trip.one-way"],
  ["return", "trip.return"],
  ["several", "trip.several"],
] as const;

interface TripKindFieldProps {
  kind: TripKind;
  onPick: (kind: TripKind) => void;
}

export function TripKindField({ kind, onPick }: TripKindFieldProps): VNode {
  const { t } = useWidget();
  return (
    <div class="tabs" role="radiogroup" aria-label={t("trip.kind")} part="trip-kind">
      {kinds.map(([each, name]) => (
        <label class="tab" key={each}>
          <input type="radio" name="kind" value={each} checked={each === kind} onChange={() => onPick(each)} />
          <span>{t(name)}</span>
        </label>
      ))}
    </div>
  );
}
