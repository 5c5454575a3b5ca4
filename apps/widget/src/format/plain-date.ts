/** A calendar day as `YYYY-MM-DD`. A day is text here, never an instant, so no time zone can move it. */
export type PlainDate = string;

const DAY_MS = 86_400_000;

/** The day on the visitor's own calendar. The only place where the visitor's zone counts. */
export function today(now: Date): PlainDate {
  return [pad(now.getFullYear(), 4), pad(now.getMonth() + 1, 2), pad(now.getDate(), 2)].join("-");
}

/** The day that many days later. Counted in UTC, which has no daylight saving to trip over. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const start = utcOf(date);
  return start === null ? date : new Date(start + days * DAY_MS).toISOString().slice(0, 10);
}

/** Midnight UTC of a day, to hand to a formatter that is set to UTC; null where no calendar has the day. */
export function utcOf(date: PlainDate): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (!year || !month || !day) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(at).toISOString().startsWith(date) ? at : null;
}

export function isPlainDate(date: string): boolean {
  return utcOf(date) !== null;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
