import type { OptionPrice } from "@liftline/schema";
import type { WantedOption } from "../../../leads/chosen-option.ts";
import type { DisclosedOption } from "../../../searches/disclose-option.ts";

/** What became of a wanted option in a new search. */
export interface Match extends WantedOption {
  /** What the option that takes its place costs now; null where none does. */
  foundPrice: OptionPrice | null;
  /** Whether that is another price than the visitor saw. */
  priceMoved: boolean;
}

/** How far the price may have moved, either way: beyond that it is another offer. */
const tolerance = 0.1;

/**
 * Finds each wanted aircraft among what a new search found: the same type and category, the price nearest to the one the visitor
 * saw. One that is not there is wanted as its type; types and categories stay what they are.
 */
export function matchOptions(wanted: readonly WantedOption[], found: readonly DisclosedOption[]): Match[] {
  const taken = new Set<DisclosedOption>();
  return wanted.map((option) => {
    if (option.option.kind !== "aircraft") return { ...option, foundPrice: null, priceMoved: false };
    const match = nearest(
      option,
      found.filter((candidate) => !taken.has(candidate)),
    );
    if (!match) {
      const asType = { ...option.option, kind: option.option.type === null ? "category" : "type" } as const;
      return { ...option, option: asType, marketplaceId: null, foundPrice: null, priceMoved: false };
    }
    taken.add(match);
    const foundPrice = match.fields.price;
    const priceMoved = foundPrice?.amount !== option.price?.amount;
    return { ...option, marketplaceId: match.hitId, foundPrice, priceMoved };
  });
}

function nearest(wanted: WantedOption, candidates: readonly DisclosedOption[]): DisclosedOption | undefined {
  return candidates
    .filter(
      ({ hitId, fields }) => hitId !== null && isSameLift(wanted.option, fields) && isNear(wanted.price, fields.price),
    )
    .toSorted((left, right) => distance(wanted, left) - distance(wanted, right))[0];
}

function isSameLift(wanted: WantedOption["option"], found: WantedOption["option"]): boolean {
  return (
    wanted.category.toLowerCase() === found.category.toLowerCase() &&
    wanted.type?.toLowerCase() === found.type?.toLowerCase()
  );
}

/** Where the visitor saw no price, and there was none to hide, none can be missed. */
function isNear(wanted: OptionPrice | null, found: OptionPrice | null): boolean {
  if (!wanted) return true;
  if (!found || found.currency !== wanted.currency) return false;
  return Math.abs(found.amount - wanted.amount) <= tolerance * wanted.amount;
}

function distance({ price }: WantedOption, { fields }: DisclosedOption): number {
  return price && fields.price ? Math.abs(fields.price.amount - price.amount) : 0;
}
