import type { OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { dayChange, readLocal } from "../format/local-time.ts";
import type { Translate } from "../messages/catalogue.ts";
import type { Formats } from "./use-formats.ts";

interface LegStripProps {
  leg: OptionLeg;
  t: Translate;
  formats: Formats;
}

/** A leg as a timetable writes it: `EGGW 11:00 ── 7 h 40 ──▶ 13:40 KTEB`, local times, the day change marked. */
export function LegStrip({ leg, t, formats }: LegStripProps): VNode {
  const departs = readLocal(leg.departsAt.local);
  const arrives = readLocal(leg.arrivesAt.local);
  const open = leg.timeToBeDecided;
  const duration = formats.duration.short(leg.flightMinutes);
  const days = dayChange(departs, arrives);
  return (
    <>
      <Strip
        from={leg.from.code}
        to={leg.to.code}
        departs={open ? null : departs.time}
        arrives={open ? null : arrives.time}
        middle={duration}
        days={open ? 0 : days}
      />
      <p class="unseen">{open ? spokenOpen(leg, { t, formats }) : spoken(leg, { t, formats })}</p>
    </>
  );
}

interface StripProps {
  from: string;
  to: string;
  /** `HH:MM`, or null where it is open or differs between options. */
  departs: string | null;
  arrives: string | null;
  /** What stands in the line: a flight time. */
  middle: string | null;
  /** Calendar days between departure and arrival. */
  days: number;
}

/** The drawing alone; whoever uses it says the same in words beside it. */
export function Strip({ from, to, departs, arrives, middle, days }: StripProps): VNode {
  return (
    <div class="strip figures" aria-hidden="true">
      <span class="strip-code">{from}</span>
      {departs && <b>{departs}</b>}
      <span class="strip-line" />
      {middle && <span class="strip-middle">{middle}</span>}
      <span class="strip-line strip-arrow" />
      {arrives && (
        <b>
          {arrives}
          {days !== 0 && (
            <sup class="strip-days" dir="ltr">
              {days > 0 ? `+${days}` : `−${-days}`}
            </sup>
          )}
        </b>
      )}
      <span class="strip-code">{to}</span>
    </div>
  );
}

type Telling = Pick<LegStripProps, "t" | "formats">;

function spoken(leg: OptionLeg, { t, formats }: Telling): string {
  const departs = readLocal(leg.departsAt.local);
  const arrives = readLocal(leg.arrivesAt.local);
  const nextDay = departs.date === arrives.date ? "" : ` ${formats.day(arrives.date)}`;
  return t("leg.spoken", {
    from: placeName(leg.from),
    to: placeName(leg.to),
    departs: departs.time,
    arrives: arrives.time + nextDay,
    duration: formats.duration.long(leg.flightMinutes),
  });
}

function spokenOpen(leg: OptionLeg, { t, formats }: Telling): string {
  const trip = `${placeName(leg.from)} – ${placeName(leg.to)}`;
  return [trip, formats.duration.long(leg.flightMinutes), t("leg.undecided")].join(", ");
}

function placeName({ city, name, code }: OptionLeg["from"]): string {
  return city || name || code;
}
