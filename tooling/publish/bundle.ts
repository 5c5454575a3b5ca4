import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

export interface Bundle {
  /** Bytes, minified and compressed. */
  gzipped: number;
  /** Files of our packages of which something is left, such as `api-client/airports.js`. */
  modules: string[];
}

/** What a page or program carries that imports this much. */
export async function bundle(folder: string, name: string, source: string): Promise<Bundle> {
  const entry = join(folder, `${name}.mjs`);
  writeFileSync(entry, source);
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: true,
      target: "es2024",
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ("output" in one ? one.output : []));
  const chunks = outputs.filter((file) => file.type === "chunk");
  const modules = chunks.flatMap((chunk) =>
    Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => {
      const [, ours = "", path = ""] = /@liftline\/([a-z-]+)\/dist\/(.+)$/.exec(id) ?? [];
      return ours !== "" && renderedLength > 0 ? [`${ours}/${basename(path)}`] : [];
    }),
  );
  const gzipped = chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { gzipped, modules: modules.sort() };
}
