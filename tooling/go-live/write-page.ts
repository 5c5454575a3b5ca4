import type { Proof } from "./collect-proofs.ts";

/** The marketplace's rules in our words, by part of its check list. */
export interface RulePart {
  part: string;
  rules: { number: number; demand: string }[];
}

/** What stands in the way of the page: rules without a passing test, and proofs that failed. */
export function findGaps(parts: RulePart[], proofs: Map<number, Proof[]>): string[] {
  return parts
    .flatMap(({ rules }) => rules)
    .flatMap(({ number, demand }) => {
      const found = proofs.get(number) ?? [];
      if (!found.some(({ passed }) => passed)) return [`R${number} has no passing test: ${demand}`];
      return found.filter(({ passed }) => !passed).map(({ file, title }) => `R${number} failed in ${file}: ${title}`);
    });
}

/** The page for the marketplace's reviewer. The same tests make the same page: no dates, no durations. */
export function writePage(parts: RulePart[], proofs: Map<number, Proof[]>): string {
  const rows = parts.flatMap(({ part, rules }) =>
    rules.map(({ number, demand }) => {
      const count = proofs.get(number)?.length ?? 0;
      return `| [R${number}](#r${number}) | ${part} | ${demand} | ${count} | passed |`;
    }),
  );
  const sections = parts.flatMap(({ rules }) =>
    rules.map(({ number, demand }) => `### R${number}\n\n${demand}\n\n${writeProofs(proofs.get(number) ?? [])}`),
  );
  return `${introduction}\n${rows.join("\n")}\n\n## Proofs\n\n${sections.join("\n\n")}\n`;
}

const introduction = `# Ready to go live

The marketplace's rules for applications that use its API, each with the tests that prove it. \`npm run go-live\` writes this page
from the results of \`npm test\` and refuses where a rule has no test that passed; do not edit it by hand. All tests run against
simulated parts: the marketplace allows no automated call.

| rule | part | what it demands | tests | result |
|---|---|---|---|---|`;

/** Of a file with many of a kind, so many are shown. */
const most = 12;

function writeProofs(proofs: Proof[]): string {
  const byFile = Map.groupBy(proofs, ({ file }) => file);
  return [...byFile].map(([file, found]) => [`- \`${file}\``, ...writeTitles(found)].join("\n")).join("\n");
}

function writeTitles(proofs: Proof[]): string[] {
  const shown = proofs.slice(0, most).map(({ title }) => `  - ${quote(title)}`);
  return proofs.length > most ? [...shown, `  - and ${proofs.length - most} more`] : shown;
}

/** As code, whatever it holds: a title can quote hostile text. */
function quote(title: string): string {
  const text = title.replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const gap = /^`|`$/.test(text) ? " " : "";
  return `${fence}${gap}${text}${gap}${fence}`;
}
