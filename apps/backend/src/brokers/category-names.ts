import {
  aircraftCategories,
  categoryNames,
  nearestLanguage,
  type AircraftCategory,
  type BrokerSettings,
} from "@liftline/schema";
import { findLanguage } from "../pages/page-language.ts";

/**
 * What visitors of that language read for each category: the broker's own name, else ours. Unlike a text that nobody else
 * could write, a name in another language gives way to ours in the right one.
 */
export function categoryNamesIn(
  { categoryNames: own }: Pick<BrokerSettings, "categoryNames">,
  tag: string,
): Record<AircraftCategory, string> {
  const nearest = nearestLanguage(tag) ?? "en-GB";
  const names = { ...categoryNames[nearest] };
  for (const category of aircraftCategories) {
    const known = Object.keys(own[category] ?? {});
    // Who is not spoken to in their language may still have a name in it.
    const language = findLanguage(known, tag) ?? findLanguage(known, nearest);
    const name = language === undefined ? undefined : own[category]?.[language];
    if (name !== undefined) names[category] = name;
  }
  return names;
}
