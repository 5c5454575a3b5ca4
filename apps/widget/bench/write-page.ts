import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isFine, table, written } from "./figure.ts";
import { readSection, root, type KeptSection, type Part } from "./kept-sections.ts";
import { throttle } from "./slow-page.ts";

/** Writes `docs/widget-bench.md` from what was measured, and from nothing else; not where a part is missing. */
export function writePage(parts: readonly Part[]): void {
  const sections = parts.flatMap((part) => readSection(part) ?? []);
  if (sections.length < parts.length) {
    console.log("\ndocs/widget-bench.md stays as it is: not all of its parts have been measured.");
    return;
  }
  writeFileSync(join(root, "docs/widget-bench.md"), pageOf(sections));
  console.log("\ndocs/widget-bench.md is written");
}

function pageOf(sections: readonly KeptSection[]): string {
  const limits = sections.flatMap(({ figures }) =>
    figures.map((figure) => [
      figure.name,
      written(figure),
      `${figure.limit} ${figure.unit}`,
      isFine(figure) ? "within" : "**over**",
    ]),
  );
  return `# The widget, measured

Written by \`npm run bench:widget\` from what it measured, and not by hand. Times are those of a processor ${throttle} times slower, by
Chromium's own throttle, in a headless browser and on a local server. The machine had other work to do as well: a loop that is
always the same ran before and after each measurement, under the same throttle, and what stood beside a slow one was measured
again, twice at most. Read the ratios first: both sides met the same load, turn by turn.

## Limits

${table(["figure", "measured", "limit", ""], limits)}

${sections.map(sectionOf).join("\n")}`;
}

function sectionOf({ title, words, at, commit, machine, load }: KeptSection): string {
  return `## ${title}

${words}

${`${at.slice(0, 16)} UTC, commit ${commit}, ${machine}. ${load}`.trim()}
`;
}
