import { aircraftCategories } from "@liftline/schema";

const byKey = new Map<string, string>(aircraftCategories.map((category) => [category.toLowerCase(), category]));
const ranks = new Map<string, number>(aircraftCategories.map((category, rank) => [category, rank]));

/** One spelling for each (`Heavy Jet` and `Heavy jet` both occur, G16); an unknown one is shown as it is. */
export function categoryName(given: string): string {
  return byKey.get(given.toLowerCase()) ?? given;
}

/** Where a category stands in the list; unknown ones come last. */
export function categoryRank(category: string): number {
  return ranks.get(category) ?? aircraftCategories.length;
}
