import type { Option, OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { dayChange, readLocal } from "../format/local-time.ts";
import { Strip } from "./leg-strip.tsx";
import type { Formats } from "./use-formats.ts";

interface TripStripsProps {
  options: readonly Option[];
  formats: Formats;
}

/** The trip itself, one strip a leg, with whatever all options have in common. */
export function TripStrips({ options, formats }: TripStripsProps): VNode {
  const legs = options[0]?.legs ?? [];
  return (
    <ol class="trip" role="list">
      {legs.map((leg, index) => (
        <li key={index}>
          <p class="trip-leg">
            <span>
              <bdi>{leg.from.city || leg.from.name}</bdi> – <bdi>{leg.to.city || leg.to.name}</bdi>
            </span>
            <span class="trip-day">{formats.day(readLocal(leg.departsAt.local).date)}</span>
          </p>
          <SharedStrip options={options} index={index} formats={formats} />
        </li>
      ))}
    </ol>
  );
}

function SharedStrip({ options, index, formats }: TripStripsProps & { index: number }): VNode {
  const legs = options.flatMap((option) => option.legs[index] ?? []);
  const [first] = legs;
  const departs = shared(legs, (leg) => leg.departsAt.local);
  const arrives = shared(legs, (leg) => leg.arrivesAt.local);
  const open = legs.some((leg) => leg.timeToBeDecided);
  return (
    <Strip
      from={first?.from.code ?? ""}
      to={first?.to.code ?? ""}
      departs={open || !departs ? null : readLocal(departs).time}
      arrives={open || !arrives ? null : readLocal(arrives).time}
      middle={flightTimes(legs, formats)}
      days={departs && arrives ? dayChange(readLocal(departs), readLocal(arrives)) : 0}
    />
  );
}

function shared(legs: readonly OptionLeg[], read: (leg: OptionLeg) => string): string | null {
  const values = new Set(legs.map(read));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}

/** `7 h 40`, or from the fastest to the slowest. */
function flightTimes(legs: readonly OptionLeg[], { duration }: Formats): string {
  const minutes = legs.map((leg) => leg.flightMinutes);
  const fastest = duration.short(Math.min(...minutes));
  const slowest = duration.short(Math.max(...minutes));
  return fastest === slowest ? fastest : `${fastest} – ${slowest}`;
}
