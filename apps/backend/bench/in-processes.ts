import { spawnSync } from "node:child_process";

/**
 * Takes each figure in processes of its own, in turns, and answers the median of each: for figures that are not the CPU
 * of a plain call, which `measureApart` has. In such a process it prints the figure and ends.
 */
export async function measureInProcesses<Name extends string>(
  file: string,
  figures: Record<Name, () => number | Promise<number>>,
  runs: number = 5,
): Promise<(name: Name) => number> {
  const asked = Object.entries<() => number | Promise<number>>(figures).find(([name]) => name === process.argv[2]);
  if (asked) {
    console.log(await asked[1]());
    process.exit();
  }
  const taken = new Map<string, number[]>();
  for (let run = 0; run < runs; run += 1) {
    for (const name of Object.keys(figures)) {
      const child = spawnSync(process.execPath, [...process.execArgv, file, name], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      if (child.status !== 0) throw new Error(`${name} ended with ${child.status}`);
      taken.set(name, [...(taken.get(name) ?? []), Number(child.stdout)]);
    }
  }
  return (name) => {
    const sorted = (taken.get(name) ?? []).toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
}
