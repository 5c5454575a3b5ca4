import type { FirstCatalogue, MessageKey, Translate } from "./catalogue.ts";

const ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";

/**
 * The function that says things in one language. Values are wrapped in Unicode isolates where the language runs right
 * to left, so that a code or a number never reorders the words around it.
 */
export function createTranslate(catalogue: FirstCatalogue, language: string): Translate {
  const isolate = directionOf(language) === "rtl";
  let rules: Intl.PluralRules | null = null;

  return function translate(key: MessageKey, values?: Record<string, string | number>): string {
    const message = catalogue[key];
    if (message === undefined) return key;
    if (typeof message === "string") return fill(message, values, isolate);
    rules ??= new Intl.PluralRules(language);
    return fill(message[rules.select(Number(values?.["count"]))] ?? message.other, values, isolate);
  };
}

/** Which way a language is written. */
export function directionOf(language: string): "ltr" | "rtl" {
  return /^(ar|fa|he|ur)\b/i.test(language) ? "rtl" : "ltr";
}

function fill(text: string, values: Record<string, string | number> | undefined, isolate: boolean): string {
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    if (value === undefined) return hole;
    return isolate ? `${ISOLATE}${value}${END_ISOLATE}` : String(value);
  });
}
