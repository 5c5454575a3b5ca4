import { spawnSync } from "node:child_process";

const runs = 5;

/** Milliseconds of CPU (all threads, garbage collection included) that one call costs: the median of the rounds. */
function cpuPerCall(call: () => unknown, { rounds = 11, calls = 12 } = {}): number {
  for (let index = 0; index < 2 * calls; index += 1) call();
  const measured = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    for (let index = 0; index < calls; index += 1) call();
    const spent = process.cpuUsage(start);
    return (spent.user + spent.system) / 1000 / calls;
  });
  return median(measured);
}

/**
 * Runs each variant of a benchmark in processes of its own, in turns, so that none warms, slows or litters another, and
 * answers the median of what each printed. In such a process it measures and ends.
 */
export function measureApart<Variant extends string>(
  file: string,
  variants: Record<Variant, () => unknown>,
): (variant: Variant) => number {
  const asked = process.argv[2];
  const found = Object.entries<() => unknown>(variants).find(([name]) => name === asked);
  if (found) {
    console.log(cpuPerCall(found[1]));
    process.exit();
  }
  const measured = new Map<string, number[]>();
  for (let run = 0; run < runs; run += 1) {
    for (const variant of Object.keys(variants)) {
      const child = spawnSync(process.execPath, [file, variant], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      if (child.status !== 0) throw new Error(`${variant} ended with ${child.status}`);
      measured.set(variant, [...(measured.get(variant) ?? []), Number(child.stdout)]);
    }
  }
  return (variant) => median(measured.get(variant) ?? []);
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
