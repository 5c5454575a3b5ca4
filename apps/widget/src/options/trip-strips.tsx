import type { Option, OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { readLocal, type LocalClock } from "../format/local-time.ts";
import { RoutePanel } from "../map/route-panel.tsx";
import { TripLeg } from "./trip-leg.tsx";
import { useWidget } from "../widget-context.ts";

interface TripStripsProps {
  options: readonly Option[];
}

/** The trip itself, one strip a leg, with whatever all options have in common. */
export function TripStrips({ options }: TripStripsProps): VNode {
  const { formatDuration } = useWidget();
  const trip = options[0]?.legs ?? [];
  return (
    <>
      <ol class="trip" role="list">
        {trip.map(({ from, to, departsAt }, index) => {
          const legs = options.flatMap((option) => option.legs[index] ?? []);
          const minutes = legs.map((leg) => leg.flightMinutes);
          const fastest = formatDuration.short(Math.min(...minutes));
          const slowest = formatDuration.short(Math.max(...minutes));
          return (
            <TripLeg
              from={from}
              to={to}
              date={readLocal(departsAt.local).date}
              departs={shared(legs, "departsAt")}
              arrives={shared(legs, "arrivesAt")}
              between={fastest === slowest ? fastest : `${fastest} – ${slowest}`}
            />
          );
        })}
      </ol>
      <RoutePanel legs={trip} />
    </>
  );
}

/** The clock that is the same in all; null where they differ or where it is open. */
function shared(legs: readonly OptionLeg[], which: "departsAt" | "arrivesAt"): LocalClock | null {
  const local = legs[0]?.[which].local;
  const same = legs.every((leg) => leg[which].local === local && !leg.timeToBeDecided);
  return local && same ? readLocal(local) : null;
}
