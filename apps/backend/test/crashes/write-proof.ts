import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether the long forms run: the figures of `docs/reliability.md`. */
export const isLong = process.env["LIFTLINE_KILLS"] === "long";

/** What a proof came to, by what was counted or measured. */
export type Figures = Record<string, number>;

/** Leaves the figures for the command that writes `docs/reliability.md`, and for whoever watches a long run. */
export function writeProof(name: string, figures: Figures): void {
  const rounded = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 10) / 10]));
  const folder = process.env["LIFTLINE_PROOFS"];
  if (isLong || folder) process.stdout.write(`${name}: ${JSON.stringify(rounded)}\n`);
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(rounded, null, 2)}\n`);
}

/** Of numbers in ascending order; 0 where there are none. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
