import type { MessageKey, Translate } from "./catalogue.ts";
import type { Texts } from "./pack-texts.ts";

/**
 * The function that says things in one language. Values are wrapped in Unicode isolates where the language runs right
 * to left, so that a code or a number never reorders the words around it.
 */
export function createTranslate(texts: Texts, language: string): Translate {
  const [open, close] = directionOf(language) === "rtl" ? ["\u2068", "\u2069"] : ["", ""];
  let rules: Intl.PluralRules | null = null;

  return function translate(key: MessageKey, values?: Record<string, string | number>): string {
    const text = texts[key] ?? key;
    if (!values) return text;
    // As `packTexts` wrote it: the form for any count, then others, each behind the third letter of its category.
    const [other = "", ...forms] = text.split("=");
    const category = () => (rules ??= new Intl.PluralRules(language)).select(Number(values["count"]));
    const form = forms.find(([letter]) => letter === category()[2])?.slice(1) ?? other;
    // Old libraries have put loops of their own in the place of `Object.keys`, which also find what a page has added to all objects.
    const names = Object.getOwnPropertyNames(values).toSorted();
    return form.replace(/[#-&*]/g, (hole) => open + values[names["#$%&*".indexOf(hole)] ?? ""] + close);
  };
}

/** Which way a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return /^(ar|he|iw)/i.test(language) ? "rtl" : "ltr";
}
