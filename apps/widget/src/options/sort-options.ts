import type { Option } from "@liftline/schema";

export type SortKey = "price" | "time" | "seats";

/** A sorted copy. Equal options keep the order the marketplace gave them; options without a price come last. */
export function sortOptions(options: readonly Option[], key: SortKey): Option[] {
  const rank = ranks[key];
  return options.toSorted((a, b) => rank(a) - rank(b) || 0);
}

/** Minutes in the air over all legs. */
export function flightMinutes(option: Option): number {
  return option.legs.reduce((sum, leg) => sum + leg.flightMinutes, 0);
}

/** Fuel stops over all legs. */
export function fuelStops(option: Option): number {
  return option.legs.reduce((sum, leg) => sum + leg.fuelStops, 0);
}

const ranks: Record<SortKey, (option: Option) => number> = {
  price: (option) => option.price?.amount ?? Infinity,
  time: flightMinutes,
  seats: (option) => -option.maxPassengers,
};
