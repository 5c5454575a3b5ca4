import type { VNode } from "preact";
import { TripLeg } from "../options/trip-leg.tsx";
import { useWidget } from "../widget-context.ts";
import { flownLegs, type Trip } from "./trip.ts";

/** The trip as the visitor asked for it, one strip a leg, where nobody has said yet how long it flies. */
export function TripWish({ trip }: { trip: Trip }): VNode {
  const { t } = useWidget();
  const arrival = trip.timeMeans === "arrival";
  return (
    <ol class="trip" role="list">
      {flownLegs(trip).map((leg) => {
        const clock = leg.time ? leg : null;
        return <TripLeg {...leg} departs={arrival ? null : clock} arrives={arrival ? clock : null} />;
      })}
      <li class="quiet">{t("passengers.count", { count: trip.passengers })}</li>
    </ol>
  );
}
