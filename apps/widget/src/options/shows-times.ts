import type { Option } from "@liftline/schema";

/** One or two legs stand on the card; more would hide the aircraft behind its timetable. */
export function showsTimes({ legs }: Option): boolean {
  return legs.length < 3 && !legs.some((leg) => leg.timeToBeDecided);
}
