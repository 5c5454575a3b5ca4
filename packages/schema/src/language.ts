import { z } from "zod";

/** The languages that visitors are spoken to in (BCP 47), English first: it stands in for all that is missing. */
export const languageTags = ["en-GB", "ar", "de", "en-US", "es", "fr", "he", "it", "nl", "pt-BR", "ru", "zh"] as const;

export const Language = z.enum(languageTags);
export type Language = z.infer<typeof Language>;

/** The language that serves a tag: `de-AT` is served by `de`, `pt` by `pt-BR`, `en` by `en-GB`; null where we have none. */
export function nearestLanguage(tag: string): Language | null {
  const wanted = tag.toLowerCase();
  const base = wanted.split("-")[0];
  // What Java and old pages call Hebrew.
  const spoken = base === "iw" ? "he" : base;
  const exact = languageTags.find((language) => language.toLowerCase() === wanted);
  return exact ?? languageTags.find((language) => language.toLowerCase().split("-")[0] === spoken) ?? null;
}
