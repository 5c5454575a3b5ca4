import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { isFine, table, written, type Section } from "./figure.ts";
import { calibrations, throttle } from "./slow-page.ts";
import { median } from "./statistics.ts";

const root = join(import.meta.dirname, "../../..");

/** Writes `docs/widget-bench.md` from what was measured, and from nothing else. Not where others could not measure the same. */
export function writePage(sections: readonly Section[]): void {
  if (git("status", "--porcelain", "--", "apps/widget", "packages") !== "") {
    console.log("\nThere are changes that are not committed: docs/widget-bench.md stays as it is.");
    return;
  }
  writeFileSync(join(root, "docs/widget-bench.md"), pageOf(sections));
  console.log("\ndocs/widget-bench.md is written");
}

function pageOf(sections: readonly Section[]): string {
  const limits = sections.flatMap(({ figures }) =>
    figures.map((figure) => [
      figure.name,
      written(figure),
      `${figure.limit} ${figure.unit}`,
      isFine(figure) ? "within" : "**over**",
    ]),
  );
  const best = Math.min(...calibrations);
  return `# The widget, measured

Written by \`npm run bench:widget\` from what it measured, and not by hand: commit ${git("rev-parse", "HEAD").slice(0, 12)},
${new Date().toISOString().slice(0, 16)} UTC, ${machine()}. Times are those of a processor ${throttle} times slower, by Chromium's own throttle.

The machine had other work to do as well. A loop that is always the same ran before and after each measurement, without the throttle: ${best.toFixed(1)} ms
at best, ${median(calibrations).toFixed(1)} ms in the median of ${calibrations.length}. Measurements beside a slow one were made again, twice at most; read the ratios
first, both sides of which met the same load turn by turn.

## Limits

${table(["figure", "measured", "limit", ""], limits)}

${sections.map(({ title, words }) => `## ${title}\n\n${words}\n`).join("\n")}`;
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim()}), ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}
