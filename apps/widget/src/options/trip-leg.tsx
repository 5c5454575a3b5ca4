import type { VNode } from "preact";
import type { Place } from "../searches/trip.ts";
import { useWidget } from "../widget-context.ts";
import { placeName, Strip, type StripProps } from "./leg-strip.tsx";

interface TripLegProps extends Omit<StripProps, "from" | "to"> {
  from: Omit<Place, "country"> | null;
  to: TripLegProps["from"];
  /** `YYYY-MM-DD` */
  date: string;
}

/** A leg of a trip: where from, where to, on which day, and its strip. */
export function TripLeg({ from, to, date, ...strip }: TripLegProps): VNode {
  const { formatDay } = useWidget();
  return (
    <li>
      <p class="trip-leg">
        <span>
          <bdi>{from && placeName(from)}</bdi> – <bdi>{to && placeName(to)}</bdi>
        </span>
        <span class="trip-day">{formatDay(date)}</span>
      </p>
      <Strip {...strip} from={from?.code} to={to?.code} />
    </li>
  );
}
