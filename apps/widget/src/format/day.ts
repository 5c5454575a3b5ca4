/** A calendar day (`YYYY-MM-DD`) in words, such as `Sun 13 Dec`. */
export type DayFormat = (date: string) => string;

/** The day is read and written in UTC, so that no zone can move it. */
export function createDayFormat(locale: string): DayFormat {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
    numberingSystem: "latn",
  });
  return (date) => {
    const instant = Date.parse(date);
    return Number.isNaN(instant) ? "" : format.format(instant);
  };
}
