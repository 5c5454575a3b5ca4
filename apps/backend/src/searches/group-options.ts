import type { GroupBy, OptionPrice } from "@liftline/schema";
import { categoryRank } from "./aircraft-categories.ts";
import type { DisclosedOption } from "./disclose-option.ts";

/**
 * Cheapest first. Amounts in different currencies cannot be compared: those in the currency asked for come first, then
 * each other currency in the order of the marketplace, then what has no price.
 */
export function cheapestFirst(options: readonly DisclosedOption[], currency: string): DisclosedOption[] {
  const ranks = new Map([[currency, 0]]);
  for (const { fields } of options) {
    if (fields.price && !ranks.has(fields.price.currency)) ranks.set(fields.price.currency, ranks.size);
  }
  const rank = (price: OptionPrice | null) => (price ? (ranks.get(price.currency) ?? ranks.size) : ranks.size);
  return options.toSorted(
    ({ fields: one }, { fields: other }) =>
      rank(one.price) - rank(other.price) ||
      (one.price?.amount ?? 0) - (other.price?.amount ?? 0) ||
      categoryRank(one.category) - categoryRank(other.category),
  );
}

/** Takes options of single aircraft, cheapest first, and answers one for each type or category, in the same order. */
export function groupOptions(options: readonly DisclosedOption[], groupBy: GroupBy): DisclosedOption[] {
  if (groupBy === "aircraft") return [...options];
  const groups = Map.groupBy(options, ({ fields }) => groupKey(fields, groupBy));
  return [...groups.values()].flatMap((members) => groupOf(members, groupBy) ?? []);
}

function groupKey(fields: DisclosedOption["fields"], groupBy: "type" | "category"): string {
  return groupBy === "category" ? fields.category : `${fields.category}\n${fields.type?.toLowerCase()}`;
}

/** The cheapest speaks for all: its flights and photos are shown, and the price starts with its own. */
function groupOf(members: DisclosedOption[], groupBy: "type" | "category"): DisclosedOption | null {
  const cheapest = members[0]?.fields;
  if (!cheapest) return null;
  return {
    hitId: null,
    fields: {
      kind: groupBy,
      category: cheapest.category,
      type: groupBy === "type" ? cheapest.type : null,
      maxPassengers: Math.max(...members.map(({ fields }) => fields.maxPassengers)),
      aircraftCount: members.length,
      price: cheapest.price && groupPrice(cheapest.price, members),
      legs: cheapest.legs,
      aircraft: null,
      photos: cheapest.photos,
    },
  };
}

/** A group promises no single aircraft, so its price is an estimate whatever the sellers guarantee (R18). */
function groupPrice({ amount, currency }: OptionPrice, members: DisclosedOption[]): OptionPrice {
  const amounts = members.flatMap(({ fields: { price } }) =>
    price?.currency === currency ? (price.amountTo ?? price.amount) : [],
  );
  const amountTo = Math.max(...amounts);
  if (amountTo > amount) return { amount, amountTo, currency, basis: "estimate" };
  return { amount, currency, basis: "estimate" };
}
