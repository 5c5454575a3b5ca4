import type { VNode } from "preact";
import { useWidget } from "../widget-context.ts";
import { flownLegs, type Trip } from "./trip.ts";

/** The trip in one line, as codes: `EGGW → KTEB → EGGW · 4 passengers`. */
export function TripLine({ trip }: { trip: Trip }): VNode {
  const { t } = useWidget();
  const legs = flownLegs(trip);
  return (
    <p class="trip-line figures">
      {legs.map((leg, index) => (
        // Codes read from left to right in every language.
        <bdi dir="ltr" key={index}>
          {leg.from?.code} → {leg.to?.code}
        </bdi>
      ))}
      <span>{t("passengers.count", { count: trip.passengers })}</span>
    </p>
  );
}
