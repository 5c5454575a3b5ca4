/** One flight, as a calendar needs it. */
export interface CalendarFlight {
  /** `20261213T110000Z`; or `20261213` where the time is open: then the whole day. */
  start: string;
  /** As `start`; null for a whole day. */
  end: string | null;
  summary: string;
  description: string;
  location: string;
  /** Of the airport of departure, in degrees. */
  position: { latitude: number; longitude: number } | null;
}

export interface CalendarContent {
  flights: readonly CalendarFlight[];
  /** The same for the same request: who imports it twice has it once. */
  id: string;
  /** When it was made, milliseconds since the epoch. */
  now: number;
}

/**
 * An RFC 5545 file: an event for each flight, tentative, because it is requested and not booked. Times are in UTC, so no time
 * zone has to be described, and every calendar shows them in its owner's own.
 */
export function writeCalendar({ flights, id, now }: CalendarContent): string {
  const madeAt = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Liftline//Liftline//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...flights.flatMap((flight, index) => eventLines(flight, { uid: `${id}-${index + 1}@liftline`, madeAt })),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventLines(flight: CalendarFlight, { uid, madeAt }: { uid: string; madeAt: string }): string[] {
  const { start, end, position } = flight;
  return [
    "BEGIN:VEVENT",
    `UID:${text(uid)}`,
    `DTSTAMP:${madeAt}`,
    ...(end === null ? [`DTSTART;VALUE=DATE:${start}`] : [`DTSTART:${start}`, `DTEND:${end}`]),
    `SUMMARY:${text(flight.summary)}`,
    `DESCRIPTION:${text(flight.description)}`,
    `LOCATION:${text(flight.location)}`,
    ...(position ? [`GEO:${position.latitude.toFixed(6)};${position.longitude.toFixed(6)}`] : []),
    "STATUS:TENTATIVE",
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

/** RFC 5545, 3.3.11. What controls a terminal is no text. */
function text(value: string): string {
  return value
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .toWellFormed()
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** RFC 5545, 3.1: 75 octets a line, the space of a folded one included; no character is cut in two. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
