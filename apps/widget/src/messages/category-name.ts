import type { PlainKey, Translate } from "./catalogue.ts";

/**
 * A category in the visitor's language. Their names come with the settings and stand among the texts; one that is not
 * there is shown as the marketplace calls it.
 */
export function categoryName(t: Translate, category: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- here the marketplace's name is the key
  return t(category as PlainKey);
}
