/** What a clock at an airport shows: the digits of an ISO 8601 string, as they stand. */
export interface LocalClock {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM`, 24 hours */
  time: string;
  /** Minutes east of UTC at that airport on that day, its daylight saving included. */
  offsetMinutes: number;
}

/** Reads `2026-12-13T11:00:00+01:00`. No `Date` is involved, so the visitor's own zone cannot move it. */
export function readLocal(local: string): LocalClock {
  const [, date = "", time = "", sign, hours = "0", minutes = "0"] =
    /^(.{10})T(.{5})[\d:.]*(?:Z|([+-])(\d\d):?(\d\d))?$/.exec(local) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  return { date, time, offsetMinutes: sign === "-" ? -offset : offset };
}

/** Calendar days from one local day to another: 1 for a red-eye, -1 across the date line, 0 on the same day. */
export function dayChange(departs: Pick<LocalClock, "date">, arrives: Pick<LocalClock, "date">): number {
  return (Date.parse(arrives.date) - Date.parse(departs.date)) / 86_400_000 || 0;
}
