/** What the sheet says once and again, said once: numbers in the place of their names, and one block a condition. */
export function foldStyles(css: string): string {
  return foldConditions(inlineNumbers(css));
}

/** `--small: 13px` is longer to ask for than to say. */
function inlineNumbers(css: string): string {
  let folded = css;
  for (const [declared, name = "", value = ""] of css.matchAll(/(--(?!liftline)[\w-]+):([\d.]+(?:px|m?s));?/g)) {
    folded = folded.replace(declared, "").replaceAll(`var(${name})`, value);
  }
  return folded;
}

/** Rules under a condition (`@container`, `@media`) go to the end: narrow ones first, as one block each. */
function foldConditions(css: string): string {
  const conditions = new Map<string, string>();
  const rest = css.replace(
    /(@(?:container|media)[^{]+)\{((?:[^{}]+\{[^{}]*\})*)\}/g,
    (_, condition: string, rules: string) => {
      conditions.set(condition, (conditions.get(condition) ?? "") + rules);
      return "";
    },
  );
  const width = (condition: string) => Number(/\d+/.exec(condition)?.[0] ?? 0);
  const folded = [...conditions].toSorted(([one], [other]) => width(one) - width(other));
  return rest + folded.map(([condition, rules]) => `${condition}{${rules}}`).join("");
}
