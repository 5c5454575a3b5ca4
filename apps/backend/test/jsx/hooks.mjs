import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Mail templates, compiled as the bundles compile them. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith(".tsx")) return nextLoad(url, context);
  const { transformWithOxc } = await import("vite");
  const path = fileURLToPath(url);
  const jsx = { runtime: "automatic", importSource: "hono/jsx" };
  const { code } = await transformWithOxc(await readFile(path, "utf8"), path, { jsx });
  return { format: "module", source: code, shortCircuit: true };
}
