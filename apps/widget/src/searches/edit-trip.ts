import { emptyLeg, MAX_LEGS, type Trip, type TripKind, type TripLeg } from "./trip.ts";

/** Another kind of trip, with as much of the legs as it can use. */
export function withKind(trip: Trip, kind: TripKind): Trip {
  const [first = emptyLeg, second] = trip.legs;
  if (kind === trip.kind) return trip;
  if (kind === "one-way") return { ...trip, kind, legs: [first] };
  if (kind === "return")
    return { ...trip, kind, legs: [first, { ...emptyLeg, date: second?.date ?? "", time: second?.time ?? "" }] };
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

/** One leg more; it leaves from where the last one arrives. */
export function addLeg(trip: Trip): Trip {
  if (trip.legs.length >= MAX_LEGS) return trip;
  return { ...trip, legs: [...trip.legs, { ...emptyLeg, from: trip.legs.at(-1)?.to ?? null }] };
}

/** One leg fewer; the last two stay, for fewer are another kind of trip. */
export function removeLeg(trip: Trip, index: number): Trip {
  return trip.legs.length > 2 ? { ...trip, legs: trip.legs.filter((_, at) => at !== index) } : trip;
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
  if (trip.kind !== "several" || !next || (next.from && next.from.code !== before?.code)) return legs;
  return legs.map((leg, at) => (at === index + 1 ? { ...leg, from: legs[index]?.to ?? null } : leg));
}
