import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../../packages/schema/src/", import.meta.url);

/** The source of our public shapes; the marketplace's stand in a folder of their own. */
export function readSchemaSources(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .toSorted()
    .map((file) => readFileSync(new URL(file, folder), "utf8"));
}
