import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where the first of these programs is that this machine has. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
