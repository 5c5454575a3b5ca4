import type { VNode } from "preact";
import { namePlace } from "../airports/name-place.ts";
import { Strip } from "../options/leg-strip.tsx";
import { useWidget } from "../widget-context.ts";
import { flownLegs, type Place, type Trip } from "./trip.ts";

/** The trip as the visitor asked for it, one strip a leg, where nobody has said yet how long it flies. */
export function TripWish({ trip }: { trip: Trip }): VNode {
  const { t, formatDay } = useWidget();
  const name = (place: Place | null) => <bdi>{place && namePlace(place)}</bdi>;
  return (
    <ol class="trip" role="list">
      {flownLegs(trip).map(({ from, to, date, time }, index) => {
        const clock = time ? { date, time } : null;
        const arrival = trip.timeMeans === "arrival";
        return (
          <li key={index}>
            <p class="trip-leg">
              <span>
                {name(from)} – {name(to)}
              </span>
              <span class="trip-day">{formatDay(date)}</span>
            </p>
            <Strip from={from?.code} to={to?.code} departs={arrival ? null : clock} arrives={arrival ? clock : null} />
          </li>
        );
      })}
      <li class="quiet">{t("passengers.count", { count: trip.passengers })}</li>
    </ol>
  );
}
