import type { Plugin } from "vite";
import { hashOf } from "./one-hash.ts";

/**
 * The loader once more among the version's own files, for pages that pin a version by its hash; `v1/liftline.json` names
 * it. The last step: it copies what is written.
 */
export function pinnedLoader(version: string): Plugin {
  return {
    name: "liftline-pinned-loader",
    generateBundle(_options, bundle) {
      const loader = bundle["v1/liftline.js"];
      if (loader?.type !== "chunk") throw new Error("The build has no loader.");
      if (loader.imports.length > 0) throw new Error(`The loader shares code with ${loader.imports.join(", ")}.`);
      const source = loader.code.replaceAll(`../${version}/`, "./");
      const hash = hashOf(source);
      const fileName = `${version}/loader-${hash}.js`;
      this.emitFile({ type: "asset", fileName, source });
      const names = JSON.stringify({ pinned: fileName });
      this.emitFile({ type: "asset", fileName: "v1/liftline.json", source: `${names}\n` });
    },
  };
}
