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
  const chunks = chunksOf(built);
  const modules = chunks.flatMap((chunk) =>
    Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => {
      const [, ours = "", path = ""] = /@liftline\/([a-z-]+)\/(?:npm\/)?dist\/(.+)$/.exec(id) ?? [];
      return ours !== "" && renderedLength > 0 ? [`${ours}/${basename(path)}`] : [];
    }),
  );
  const gzipped = chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  return { gzipped, modules: modules.sort() };
}

/** The scripts of a page, by name; `page.js` is the one that the page names. */
export async function bundlePage(folder: string, source: string): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    base: "./",
    build: {
      write: false,
      target: "es2024",
      rolldownOptions: { input: join(folder, source), output: { entryFileNames: "page.js" } },
    },
  });
  return new Map(chunksOf(built).map(({ fileName, code }) => [fileName, code]));
}

function chunksOf(built: Awaited<ReturnType<typeof build>>) {
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ("output" in one ? one.output : []));
  return outputs.filter((file) => file.type === "chunk");
}
