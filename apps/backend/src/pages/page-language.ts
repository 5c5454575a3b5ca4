import type { BrokerSettings, BrokerText } from "@liftline/schema";

/** The broker's language that a visitor reads best: the one asked for, else the first the browser names, else the broker's first. */
export function pageLanguage(
  { languages }: Pick<BrokerSettings, "languages">,
  wishes: { asked: string | undefined; accepted: string | undefined },
): string {
  for (const wish of [wishes.asked ?? "", ...acceptedLanguages(wishes.accepted ?? "")]) {
    const found = findLanguage(languages, wish);
    if (found !== undefined) return found;
  }
  return languages[0] ?? "en-GB";
}

/** A broker's own text in the language of the page; in the broker's first where there is none, else in any. */
export function textIn(text: BrokerText | null, wishes: readonly string[]): { text: string; language: string } | null {
  if (!text) return null;
  const known = Object.keys(text);
  const language = wishes.map((wish) => findLanguage(known, wish)).find((found) => found !== undefined) ?? known[0];
  return language === undefined ? null : { text: text[language] ?? "", language };
}

/** As it is, or another kind of the same language. */
export function findLanguage(known: readonly string[], wish: string): string | undefined {
  const same = (change: (tag: string) => string | undefined) => known.find((tag) => change(tag) === change(wish));
  return same((tag) => tag.toLowerCase()) ?? same((tag) => tag.toLowerCase().split("-")[0]);
}

/** `de-AT, en;q=0.8`: best first. */
function acceptedLanguages(header: string): string[] {
  return header
    .slice(0, 300)
    .split(",")
    .map((part) => {
      const [tag = "", weight] = part.trim().split(/\s*;\s*q=/);
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ tag, weight }) => /^[\w-]{2,35}$/.test(tag) && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
