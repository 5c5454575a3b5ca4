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
  /** Categories in the order in which they first appear, each with its options. */
  categories: [name: string, options: Option[]][];
  /** Numbers of seats that split the options. */
  seats: number[];
  /** True where some options stop for fuel and some do not. */
  stops: boolean;
}

export function filterChoices(options: readonly Option[]): FilterChoices {
  const categories = [...Map.groupBy(options, ({ category }) => category)];
  return {
    categories: categories.length > 1 && categories.length < options.length ? categories : [],
    seats: seatSteps.filter((step) => splits(options, (option) => option.maxPassengers >= step)),
    stops: splits(options, (option) => fuelStops(option) === 0),
  };
}

const seatSteps = [4, 6, 8, 10, 12, 14, 16, 20, 30, 50];

function splits(options: readonly Option[], test: (option: Option) => boolean): boolean {
  return options.some(test) && !options.every(test);
}
