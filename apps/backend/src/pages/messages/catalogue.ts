import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { enGB } from "./en-gb.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { ptBR } from "./pt-br.ts";
import { ru } from "./ru.ts";
import { zh } from "./zh.ts";

export type PageMessage = keyof typeof enGB;

/** A text that depends on a count: a form for each plural category of the language. */
type Plural = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** One language, whole. */
export type PageCatalogue = { readonly [Key in PageMessage]: (typeof enGB)[Key] extends string ? string : Plural };

/** Every language of our pages; a new one is a file and a line. American English reads the same here. */
export const pageCatalogues: Readonly<Record<string, PageCatalogue>> = {
  ...{ "en-GB": enGB, "en-US": enGB, de, fr, es, it, nl, "pt-BR": ptBR, ru, zh, ar, he },
};

/** Says things in one language; `count` picks the plural form. */
export type TranslatePage = (key: PageMessage, values?: Readonly<Record<string, string | number>>) => string;

/** Of a language that we do not write, another kind of it, else English. */
export function translatePage(language: string): TranslatePage {
  const base = language.split("-")[0]?.toLowerCase();
  const near = Object.keys(pageCatalogues).find((tag) => tag.split("-")[0]?.toLowerCase() === base);
  const catalogue = pageCatalogues[language] ?? pageCatalogues[near ?? ""] ?? enGB;
  const rules = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const message: string | Plural = catalogue[key];
    const text =
      typeof message === "string" ? message : (message[rules.select(Number(values["count"]))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (hole, name: string) => `${values[name] ?? hole}`);
  };
}
