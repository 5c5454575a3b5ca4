import type { Option } from "@liftline/schema";
import { fuelStops } from "./sort-options.ts";

/** What the end-client left in. Nothing set means everything. */
export interface OptionFilter {
  /** Empty: every category. */
  categories: readonly string[];
  /** Seats needed, 0 for any number. */
  minSeats: number;
  withoutStops: boolean;
}

export const noFilter: OptionFilter = { categories: [], minSeats: 0, withoutStops: false };

export function filterOptions(options: readonly Option[], filter: OptionFilter): Option[] {
  return options.filter(
    (option) =>
      (filter.categories.length === 0 || filter.categories.includes(option.category)) &&
      option.maxPassengers >= filter.minSeats &&
      (!filter.withoutStops || fuelStops(option) === 0),
  );
}

/** What can be filtered at all: a control that would change nothing is not shown. */
export interface FilterChoices {
  /** Categories in the order in which they first appear, with how many options each has. */
  categories: { name: string; count: number }[];
  /** Numbers of seats that split the options. */
  seats: number[];
  /** True where some options stop for fuel and some do not. */
  stops: boolean;
}

export function filterChoices(options: readonly Option[]): FilterChoices {
  const counts = new Map<string, number>();
  for (const { category } of options) counts.set(category, (counts.get(category) ?? 0) + 1);
  const categories = [...counts].map(([name, count]) => ({ name, count }));
  const nonStop = options.filter((option) => fuelStops(option) === 0).length;
  return {
    categories: categories.length > 1 && categories.length < options.length ? categories : [],
    seats: seatSteps.filter((step) => splits(options, (option) => option.maxPassengers >= step)),
    stops: nonStop > 0 && nonStop < options.length,
  };
}

const seatSteps = [4, 6, 8, 10, 12, 14, 16, 20, 30, 50];

function splits(options: readonly Option[], test: (option: Option) => boolean): boolean {
  return options.some(test) && !options.every(test);
}
