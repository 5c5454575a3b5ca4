/** A flight as a path says it. */
export interface PathFlight {
  from: string;
  to: string;
  /** `20261213T110000Z`, or `20261213` where the time is open. */
  start: string;
  end: string | null;
}

const flight = /^([A-Z0-9]{2,8})-([A-Z0-9]{2,8})-(\d{8})(?:(T\d{4}00Z)-(\d{8}T\d{4}00Z))?$/;

/** Longer than any flight, shorter than a mistake. */
const longestMs = 3 * 24 * 60 * 60_000;

/** The flights that `calendarPath` of the API client wrote; null for whatever it would not have written. */
export function readFlights(file: string): PathFlight[] | null {
  if (file.length > 450 || !file.endsWith(".ics")) return null;
  const parts = file.slice(0, -".ics".length).split("_");
  const flights = parts.flatMap((part) => readFlight(part) ?? []);
  return flights.length === parts.length && flights.length <= 8 ? flights : null;
}

function readFlight(text: string): PathFlight | null {
  const [match, from = "", to = "", day = "", clock, end] = flight.exec(text) ?? [];
  if (match === undefined || from === to) return null;
  if (clock === undefined || end === undefined) {
    return Number.isNaN(instant(`${day}T000000Z`)) ? null : { from, to, start: day, end: null };
  }
  const start = day + clock;
  const duration = instant(end) - instant(start);
  return duration > 0 && duration <= longestMs ? { from, to, start, end } : null;
}

/** Not a number where there is no such day or time: 30 February is not 2 March. */
function instant(stamp: string): number {
  const iso = stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6.000Z");
  const ms = Date.parse(iso);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === iso ? ms : Number.NaN;
}
