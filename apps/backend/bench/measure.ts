import { spawnSync } from "node:child_process";

type Figures<Name extends string> = Record<Name, () => number | Promise<number>>;

/** What was measured, each the median of its processes. */
export interface Measured<Name extends string> {
  figureOf(name: Name): number;
  /** How many times the other figure: of the two processes of each turn, because they met the same load. */
  ratioOf(name: Name, to: Name): number;
}

/**
 * Takes each figure in processes of its own, in turns, so that none warms, slows or litters another, with the same flags
 * and the same modules loaded. In such a process it prints the figure and ends.
 */
export async function measureInProcesses<Name extends string>(
  file: string,
  figures: Figures<Name>,
  runs: number = 5,
): Promise<Measured<Name>> {
  const asked = Object.entries<Figures<Name>[Name]>(figures).find(([name]) => name === process.argv[2]);
  if (asked) {
    console.log(await asked[1]());
    process.exit();
  }
  const taken = new Map<string, number[]>();
  for (let run = 0; run < runs; run += 1) {
    for (const name of Object.keys(figures)) {
      taken.set(name, [...(taken.get(name) ?? []), measureInProcess(file, name)]);
    }
  }
  const figuresOf = (name: Name) => taken.get(name) ?? [];
  return {
    figureOf: (name) => median(figuresOf(name)),
    ratioOf: (name, to) => median(figuresOf(name).map((figure, run) => figure / (figuresOf(to)[run] ?? Number.NaN))),
  };
}

function measureInProcess(file: string, name: string): number {
  const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
  const child = spawnSync(process.execPath, [...process.execArgv, file, name], { encoding: "utf8", stdio });
  if (child.status !== 0) throw new Error(`${name} ended with ${child.status}`);
  return Number(child.stdout);
}

/**
 * Milliseconds of CPU that one call costs, once it is warm: the median of the rounds. All threads count, so garbage
 * collection does; a round is long enough to have its share of it.
 */
export function cpuPerCall(call: () => unknown, { warmUp = 60, rounds = 11, calls = 12 } = {}): number {
  for (let index = 0; index < warmUp; index += 1) call();
  const measured = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (let index = 0; index < calls; index += 1) call();
    const spent = process.cpuUsage(start);
    return (spent.user + spent.system) / 1000 / calls;
  });
  return median(measured);
}

/** One line for each figure; a figure above its limit makes the benchmark fail. */
export function report(figure: { name: string; measured: number; limit: number; aim?: number; unit: string }): void {
  const { name, measured, limit, aim, unit } = figure;
  const isFine = measured <= limit;
  const goals = [`limit ${limit}`, aim === undefined ? "" : `aim ${aim}`].filter(Boolean).join(", ");
  const rounded = measured < 100 ? measured.toFixed(2) : measured.toFixed(0);
  console.log(`${name}: measured ${rounded} ${unit} (${goals}) ${isFine ? "ok" : "FAIL"}`);
  if (!isFine) process.exitCode = 1;
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
