import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Section } from "./figure.ts";
import type { Quietness } from "./slow-page.ts";
import { median } from "./statistics.ts";

export type Part = "sizes" | "form" | "options";

/** A part as it was measured last, and on what. */
export interface KeptSection extends Section {
  commit: string;
  machine: string;
  /** ISO 8601. */
  at: string;
  /** What the calibration loop came to, in words; empty where nothing was timed. */
  load: string;
}

export const root = join(import.meta.dirname, "../../..");
/** Git-ignored, beside what else was fetched and measured. */
const kept = join(root, ".tooling/bench-widget");

/** Half of the measurements beside other work tell of that work. */
const tooDisturbed = 0.5;

/** Keeps what others could measure again: of committed sources, and timed on a machine that had time. */
export function keepSection(part: Part, section: Section, quietness?: Quietness): void {
  if (git("status", "--porcelain", "--", "apps/widget", "packages") !== "")
    return console.log("Not kept for docs/widget-bench.md: there are changes that are not committed.");
  if (quietness && quietness.disturbed > quietness.kept * tooDisturbed)
    return console.log(`Not kept for docs/widget-bench.md: the machine was too busy. ${wordsOf(quietness)}`);
  const written: KeptSection = {
    ...section,
    commit: git("rev-parse", "HEAD").slice(0, 12),
    machine: machine(),
    at: new Date().toISOString(),
    load: quietness ? wordsOf(quietness) : "",
  };
  mkdirSync(kept, { recursive: true });
  writeFileSync(fileOf(part), JSON.stringify(written, null, 2));
}

export function readSection(part: Part): KeptSection | null {
  return existsSync(fileOf(part)) ? JSON.parse(readFileSync(fileOf(part), "utf8")) : null;
}

function wordsOf({ calibrations, kept: count, disturbed }: Quietness): string {
  const best = Math.min(...calibrations).toFixed(1);
  return (
    `The calibration loop took ${best} ms at best and ${median(calibrations).toFixed(1)} ms in the median of ` +
    `${calibrations.length}; ${disturbed} of ${count} measurements stood beside a slow one.`
  );
}

function fileOf(part: Part): string {
  return join(kept, `${part}.json`);
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim()}), ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}
