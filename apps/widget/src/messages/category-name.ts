import type { PlainKey, Translate } from "./catalogue.ts";

/** The marketplace's categories and how we name them (`avinode-api.md` D1). Names are compared without case. */
export const categories: readonly (readonly [name: string, message: PlainKey])[] = [
  ["Piston", "category.piston"],
  ["Turbo prop", "category.turbo-prop"],
  ["Entry level jet (VLJ)", "category.entry-level-jet"],
  ["Light jet", "category.light-jet"],
  ["Super light jet", "category.super-light-jet"],
  ["Midsize jet", "category.midsize-jet"],
  ["Super midsize jet", "category.super-midsize-jet"],
  ["Heavy jet", "category.heavy-jet"],
  ["Ultra long range", "category.ultra-long-range"],
  ["VIP airliner", "category.vip-airliner"],
  ["Airliner", "category.airliner"],
  ["Helicopter single engine", "category.helicopter-single"],
  ["Helicopter twin engine", "category.helicopter-twin"],
];

/** A category in the visitor's language; one we do not know is shown as it came. */
export function categoryName(t: Translate, category: string): string {
  const known = categories.find(([name]) => name.toLowerCase() === category.toLowerCase());
  return known ? t(known[1]) : category;
}
