import type { Plugin } from "vite";
import { build } from "vite";

export interface BuiltWidget {
  /** Where the page finds the loader. */
  script: string;
  /** The loader and the files in English that come by it. */
  cached: string[];
  /** Every file, by its path on the server. */
  files: Map<string, string>;
}

/** The widget as it is shipped, below a path of its own; plugins may change it. */
export async function buildWidgetAt(path: string, plugins: Plugin[] = []): Promise<BuiltWidget> {
  const built = await build({
    root: `${import.meta.dirname}/..`,
    logLevel: "silent",
    plugins,
    build: { write: false },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !("output" in output)) throw new Error("nothing was built");
  const files = new Map(
    output.output.map((file) => [`${path}/${file.fileName}`, file.type === "chunk" ? file.code : String(file.source)]),
  );
  const script = `${path}/v1/liftline.js`;
  return { script, cached: [script, ...[...files.keys()].filter((file) => /\/(liftline|booking)-/.test(file))], files };
}
