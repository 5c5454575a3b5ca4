import type { State } from "../state.ts";

/** Six letters and digits, for people. */
export function nextTripId(state: State): string {
  const number = Number(state.nextId("trip").replace("trip-", ""));
  return (number * 7919).toString(36).toUpperCase().padStart(6, "A").slice(-6);
}
