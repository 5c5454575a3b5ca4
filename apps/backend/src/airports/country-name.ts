import { LRUCache } from "lru-cache";

/** Names of countries by ISO 3166-1 alpha-2 code, in any language. */
export type CountryNames = (code: string, language: string | undefined) => string;

/** A visitor chooses the language, so there must be a limit on how many are kept. */
const languageLimit = 40;

const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** The English name; empty where the code is none. */
export function countryName(code: string): string {
  return nameIn(english, code);
}

export function createCountryNames(): CountryNames {
  const names = new LRUCache<string, Intl.DisplayNames>({ max: languageLimit });
  return (code, language) => {
    if (language === undefined) return countryName(code);
    let inLanguage = names.get(language);
    if (!inLanguage) {
      inLanguage = displayNames(language);
      names.set(language, inLanguage);
    }
    return nameIn(inLanguage, code);
  };
}

/** A language that nobody knows, or that is no language tag at all, is answered in English. */
function displayNames(language: string): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames([language, "en"], { type: "region", fallback: "none" });
  } catch {
    return english;
  }
}

function nameIn(names: Intl.DisplayNames, code: string): string {
  return /^[A-Za-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? "") : "";
}
