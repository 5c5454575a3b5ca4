import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { enGB } from "./en-gb.ts";
import { enUS } from "./en-us.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { ptBR } from "./pt-br.ts";
import { ru } from "./ru.ts";
import { zh } from "./zh.ts";

export type MessageKey = keyof typeof enGB;

/** A text that depends on a count: a form for each plural category of the language. */
export type Plural = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** One language, whole. */
export type Catalogue = { readonly [Key in MessageKey]: (typeof enGB)[Key] extends string ? string : Plural };

/** Every language that mails are written in; a new one is a file and a line. */
export const catalogues: Readonly<Record<string, Catalogue>> = {
  ...{ "en-GB": enGB, "en-US": enUS, ar, de, es, fr, he, it, nl, "pt-BR": ptBR, ru, zh },
};

export const defaultLanguage = "en-GB";

/** The first of the wished languages that there are mails in: as it is, or another kind of the same language. */
export function findLanguage(wishes: readonly (string | null)[]): string {
  const known = Object.keys(catalogues);
  for (const wish of wishes) {
    const exact = known.find((language) => language.toLowerCase() === wish?.toLowerCase());
    const found = exact ?? known.find((language) => baseOf(language) === baseOf(wish ?? ""));
    if (found) return found;
  }
  return defaultLanguage;
}

function baseOf(language: string): string {
  const base = language.split("-")[0]?.toLowerCase() ?? "";
  // What Java and old pages call Hebrew.
  return base === "iw" ? "he" : base;
}
