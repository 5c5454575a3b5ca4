/** Where the clocks change at both ends of the world, in its middle, and where they never do. */
export const zones = ["America/Los_Angeles", "Europe/London", "Pacific/Auckland", "Asia/Kathmandu"] as const;

export type Zone = (typeof zones)[number];

/** Both days of 2027 on which the clocks of a zone change; Kathmandu's never do, so it gets those of London. */
export const changes: Readonly<Record<Zone, readonly [string, string]>> = {
  "America/Los_Angeles": ["2027-03-14", "2027-11-07"],
  "Europe/London": ["2027-03-28", "2027-10-31"],
  "Pacific/Auckland": ["2027-04-04", "2027-09-26"],
  "Asia/Kathmandu": ["2027-03-28", "2027-10-31"],
};

/** The day on a zone's calendar, as the platform's own formatter has it and not as we count. */
export function dayIn(zone: Zone, instant: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(instant);
}

/** The instants from one day before a day until two days after it, so many minutes apart. */
export function instantsAround(day: string, everyMinutes: number): number[] {
  const start = Date.parse(day) - 86_400_000;
  const count = (3 * 24 * 60) / everyMinutes;
  return Array.from({ length: count }, (_, index) => start + index * everyMinutes * 60_000);
}

/** The last instant of this sort at which a zone's calendar still shows the day. */
export function lastMinuteOf(zone: Zone, day: string): number {
  const found = instantsAround(day, 1).findLast((instant) => dayIn(zone, instant) === day);
  if (found === undefined) throw new Error(`${zone} has no ${day}`);
  return found;
}
