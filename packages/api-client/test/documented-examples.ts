import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const folder = new URL("examples/", import.meta.url);
const Example = z.record(z.string(), z.unknown());

/** The JSON examples of seed 004, by name. */
export function readExamples(): Map<string, Record<string, unknown>> {
  const names = readdirSync(folder).flatMap((file) => /^(.+)\.data\.json$/.exec(file)?.[1] ?? []);
  return new Map(names.filter((name) => name !== "mends").map((name) => [name, readExample(name)]));
}

export function readExample(name: string): Record<string, unknown> {
  return Example.parse(JSON.parse(readFileSync(new URL(`${name}.data.json`, folder), "utf8")));
}

/** Where a leaf of `whole` is missing in `part`; places in lists are all one, `results[].id`. */
export function findLost(whole: unknown, part: unknown, path = ""): string[] {
  if (Array.isArray(whole)) {
    return whole.flatMap((item, index) => findLost(item, Array.isArray(part) ? part[index] : undefined, `${path}[]`));
  }
  if (typeof whole === "object" && whole !== null) {
    const inner = typeof part === "object" && part !== null ? part : {};
    return Object.entries(whole).flatMap(([key, value]) =>
      findLost(value, Reflect.get(inner, key), path === "" ? key : `${path}.${key}`),
    );
  }
  return part === whole || String(part) === String(whole) ? [] : [path];
}
