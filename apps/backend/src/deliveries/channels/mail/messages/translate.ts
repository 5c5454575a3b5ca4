import { catalogues, defaultLanguage, type MessageKey, type Plural } from "./catalogue.ts";
import { enGB } from "./en-gb.ts";

type Values = Readonly<Record<string, string | number>>;

/** Says things in one language; `count` picks the plural form. */
export type Translate = (key: MessageKey, values?: Values) => string;

export type Direction = "ltr" | "rtl";

/** Which way a language is written. */
export function directionOf(language: string): Direction {
  return /^(ar|he|iw)\b/i.test(language) ? "rtl" : "ltr";
}

export function createTranslate(language: string): Translate {
  const catalogue = catalogues[language] ?? catalogues[defaultLanguage] ?? enGB;
  const rules = new Intl.PluralRules(language);
  const isRtl = directionOf(language) === "rtl";
  return (key, values = {}) => {
    const message: string | Plural = catalogue[key];
    const text =
      typeof message === "string" ? message : (message[rules.select(Number(values["count"]))] ?? message.other);
    return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name];
      if (value === undefined) return hole;
      // Isolated, so that a code or a number does not reorder the words around it.
      return isRtl ? `\u2068${value}\u2069` : `${value}`;
    });
  };
}
