import type { State } from "../state.ts";
import type { StoredTrip } from "./trip-book.ts";

/** By its id, or by the one that people see. */
export function findTrip(state: State, id: string): StoredTrip | undefined {
  return state.book.trips.get(id) ?? [...state.book.trips.values()].find(({ tripId }) => tripId === id);
}
