import type { OptionLeg } from "@liftline/schema";
import type { VNode } from "preact";
import { dayChange, readLocal, type LocalClock } from "../format/local-time.ts";
import { useWidget } from "../widget-context.ts";

/** A leg as a timetable writes it: `EGGW 11:00 ── 7 h 40 ──▶ 13:40 KTEB`, local times, the day change marked. */
export function LegStrip({ leg }: { leg: OptionLeg }): VNode {
  const { t, formatDay, formatDuration } = useWidget();
  const open = leg.timeToBeDecided;
  const departs = readLocal(leg.departsAt.local);
  const arrives = readLocal(leg.arrivesAt.local);
  const from = placeName(leg.from);
  const to = placeName(leg.to);
  const flying = formatDuration.long(leg.flightMinutes);
  const nextDay = departs.date === arrives.date ? "" : ` ${formatDay(arrives.date)}`;
  return (
    <Strip
      from={leg.from.code}
      to={leg.to.code}
      departs={open ? null : departs}
      arrives={open ? null : arrives}
      between={formatDuration.short(leg.flightMinutes)}
      inWords={
        open
          ? [`${from} – ${to}`, flying, t("leg.undecided")].join(", ")
          : t("leg.spoken", { from, to, departs: departs.time, arrives: arrives.time + nextDay, duration: flying })
      }
    />
  );
}

/** What a strip shows. */
export interface StripProps {
  /** Codes; a place in the visitor's words has none. */
  from: string | undefined;
  to: string | undefined;
  /** Null where it is open or differs between options. */
  departs: Pick<LocalClock, "date" | "time"> | null;
  arrives: StripProps["departs"];
  /** What stands in the line: a flight time, where it is known. */
  between?: string;
  /** The same in words. Without them, whoever uses the strip says it beside it. */
  inWords?: string;
}

export function Strip({ from, to, departs, arrives, between, inWords }: StripProps): VNode {
  const days = departs && arrives ? dayChange(departs, arrives) : 0;
  return (
    <div class="strip" role="img" aria-label={inWords} aria-hidden={inWords ? undefined : true}>
      <span class="strip-code">{from}</span>
      {departs && <b>{departs.time}</b>}
      {between && <span class="strip-line" />}
      {between && <span class="strip-middle">{between}</span>}
      <span class="strip-line strip-arrow" />
      {arrives && (
        <b>
          {arrives.time}
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

/** What a visitor calls a place. */
export function placeName({ city, name, code }: Pick<OptionLeg["from"], "city" | "name" | "code">): string {
  return city || name || code;
}
