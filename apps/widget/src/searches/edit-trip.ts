import { emptyLeg, type Trip, type TripKind, type TripLeg } from "./trip.ts";

/** Another kind of trip, with as much of the legs as it can use. */
export function withKind(trip: Trip, kind: TripKind): Trip {
  const [first = emptyLeg, second] = trip.legs;
  if (kind === trip.kind) return trip;
  if (kind === "one-way") return { ...trip, kind, legs: [first] };
  if (kind === "return") return { ...trip, kind, legs: [first, second ?? emptyLeg] };
  return {
    ...trip,
    kind,
    legs: [first, { ...(second ?? emptyLeg), from: first.to, to: trip.kind === "return" ? first.from : null }],
  };
}

export function withLeg(trip: Trip, index: number, change: Partial<TripLeg>): Trip {
  const legs = trip.legs.map((leg, at) => (at === index ? { ...leg, ...change } : leg));
  return { ...trip, legs: change.to !== undefined ? leadOn(trip, legs, index) : legs };
}

/** The leg the other way round. */
export function swapLeg(trip: Trip, index: number): Trip {
  const leg = trip.legs[index];
  return leg
    ? { ...trip, legs: trip.legs.map((each, at) => (at === index ? { ...leg, from: leg.to, to: leg.from } : each)) }
    : trip;
}

/** On several legs, the next one starts where this one ends, as long as the visitor has not said otherwise. */
function leadOn(trip: Trip, legs: readonly TripLeg[], index: number): readonly TripLeg[] {
  const next = legs[index + 1];
  const before = trip.legs[index]?.to;
  if (trip.kind !== "several" || !next || (next.from && JSON.stringify(next.from) !== JSON.stringify(before)))
    return legs;
  return legs.map((leg, at) => (at === index + 1 ? { ...leg, from: legs[index]?.to ?? null } : leg));
}
