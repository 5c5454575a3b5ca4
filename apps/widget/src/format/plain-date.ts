/** A calendar day as `YYYY-MM-DD`. A day is text here, never an instant, so no time zone can move it. */
export type PlainDate = string;

const DAY_MS = 86_400_000;

/** The day on the visitor's own calendar. The only place where the visitor's zone counts. */
export function today(now: Date): PlainDate {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The day that many days later. Counted in UTC, which has no daylight saving to trip over. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const start = utcOf(date);
  return start === null ? date : new Date(start + days * DAY_MS).toISOString().slice(0, 10);
}

/** Midnight UTC of a day, to hand to a formatter that is set to UTC; null where no calendar has the day. */
export function utcOf(date: PlainDate): number | null {
  // Of a text with a day alone, the language says that it is read in UTC.
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(date) ? null : at;
}

export function isPlainDate(date: string): boolean {
  return utcOf(date) !== null;
}
