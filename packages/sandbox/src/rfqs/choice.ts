import type { Call } from "../http/endpoint.ts";
import type { Offer } from "../searches/find-offers.ts";
import type { State } from "../state.ts";
import type { StoredLift, StoredSegment, StoredTrip } from "../trips/trip-book.ts";
import type { Operator } from "../world/operators.ts";

export type ChosenLift = Pick<StoredLift, "aircraftCategory" | "aircraftType" | "aircraft" | "emptyLegId"> & {
  /** What the marketplace can quote by itself. */
  offer: Offer | undefined;
};

/** Who is asked for what, and for which legs. */
export interface Choice {
  segments: StoredSegment[];
  bySeller: Map<Operator, ChosenLift[]>;
  /** Of the hits. */
  searchId: string | undefined;
}

export interface Choosing {
  /** Where the RFQ joins one. */
  trip: StoredTrip | undefined;
  call: Call;
  state: State;
}

/** Keeps the order in which sellers came up. */
export function groupBySeller(lifts: { seller: Operator; lift: ChosenLift }[]): Map<Operator, ChosenLift[]> {
  const groups = new Map<Operator, ChosenLift[]>();
  for (const { seller, lift } of lifts) groups.set(seller, [...(groups.get(seller) ?? []), lift]);
  return groups;
}
