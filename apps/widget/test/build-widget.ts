import { build } from "vite";

/** The files as a page gets them, by their path below `/widget/`. */
export async function buildWidget(): Promise<Map<string, string>> {
  const root = new URL("..", import.meta.url).pathname;
  const built = await build({ root, logLevel: "silent", build: { write: false } });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("nothing was built");
  return new Map(output.output.map((file) => [file.fileName, file.type === "chunk" ? file.code : String(file.source)]));
}
