import { nearestLanguage, ownTextKeys, type BrokerSettings, type OwnTexts } from "@liftline/schema";

/** A broker's own words for a visitor of that language; an American hears what Britons are told where nothing else is said. */
export function ownTextsIn({ texts }: Pick<BrokerSettings, "texts">, tag: string): NonNullable<OwnTexts["de"]> {
  const language = nearestLanguage(tag) ?? "en-GB";
  return language === "en-US" ? { ...texts["en-GB"], ...texts["en-US"] } : (texts[language] ?? {});
}

/** The same as the widget is told: in the order of `ownTextKeys`; nothing where nothing is worded otherwise. */
export function ownTextList(settings: BrokerSettings, tag: string): (string | null)[] {
  const own = ownTextsIn(settings, tag);
  return Object.keys(own).length > 0 ? ownTextKeys.map((key) => own[key] ?? null) : [];
}
