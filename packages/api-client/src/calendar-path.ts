import type { OptionLeg } from "@liftline/schema";
import { toQuery } from "./to-query.ts";

/** A trip for somebody's calendar. */
export interface CalendarTrip {
  /** The broker's public key. */
  embedKey: string;
  /** Of an option. */
  legs: readonly OptionLeg[];
  /** Of the request, such as `LL-7K3F9Q`. */
  reference?: string;
  /** BCP 47. */
  lang?: string;
}

/**
 * Path of a calendar file, below the backend's address:
 * `/calendar/pk_demo/EGGW-KTEB-20261213T110000Z-20261213T184000Z.ics`. Everything in the file is in the path: nothing is
 * stored for it. A leg whose time is open takes its day alone.
 */
export function calendarPath({ embedKey, legs, reference, lang }: CalendarTrip): string {
  return `/calendar/${embedKey}/${legs.map(writeFlight).join("_")}.ics${toQuery({ reference, lang })}`;
}

/** `2026-12-13T11:00:00Z` is written `20261213T110000Z`; seconds may be missing. */
function writeFlight({ from, to, departsAt, arrivesAt, timeToBeDecided }: OptionLeg): string {
  const digits = (time: string) => time.replace(/[-:]/g, "");
  const when = timeToBeDecided
    ? [departsAt.local.slice(0, 10)]
    : [departsAt, arrivesAt].map(({ utc }) => `${utc.slice(0, 16)}00Z`);
  return [from.code, to.code, ...when.map(digits)].join("-");
}
