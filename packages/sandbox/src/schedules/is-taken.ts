import type { State } from "../state.ts";
import type { Aircraft } from "../world/fleet.ts";

/** Whether an aircraft's own schedule has something else for it between two moments; undefined where nobody has uploaded one. */
export function isTaken(
  { tail }: Aircraft,
  { state, from, to }: { state: State; from: number; to: number },
): boolean | undefined {
  const schedule = state.legs.schedules.get(tail);
  return schedule?.occupied.some(({ startsAt, endsAt }) => startsAt < to && endsAt > from);
}
