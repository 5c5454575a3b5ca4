import type { OptionLeg } from "@liftline/schema";

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
  const query = new URLSearchParams({ ...(reference && { reference }), ...(lang && { lang }) }).toString();
  return `/calendar/${embedKey}/${legs.map(writeFlight).join("_")}.ics${query && `?${query}`}`;
}

function writeFlight({ from, to, departsAt, arrivesAt, timeToBeDecided }: OptionLeg): string {
  const when = timeToBeDecided ? [digits(departsAt.local.slice(0, 10))] : [stamp(departsAt.utc), stamp(arrivesAt.utc)];
  return [from.code, to.code, ...when].join("-");
}

/** `2026-12-13T11:00:00Z` as `20261213T110000Z`; seconds may be missing. */
function stamp(utc: string): string {
  return `${digits(utc.slice(0, 16))}00Z`;
}

function digits(text: string): string {
  return text.replace(/[-:]/g, "");
}
