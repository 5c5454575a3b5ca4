/** A calendar day (`YYYY-MM-DD`) in words, such as `Sun 13 Dec`. */
export type DayFormat = (date: string) => string;

/** The day is read and written in UTC, so that no zone can move it. `Intl` is asked at the first day, after the first paint. */
export function createDayFormat(locale: string): DayFormat {
  let format: Intl.DateTimeFormat | null = null;
  return (date) => {
    const instant = Date.parse(date);
    if (Number.isNaN(instant)) return "";
    format ??= new Intl.DateTimeFormat(locale, {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
      numberingSystem: "latn",
    });
    return format.format(instant);
  };
}
