import { minify } from "terser";
import type { Plugin } from "vite";

/**
 * A second pass over what the bundler has made small: 2 % of the download. Names that begin with `_` are Preact's own
 * and never leave it; they get the same short name in every file.
 */
export function smallest(): Plugin {
  return {
    name: "liftline-smallest",
    async generateBundle(_options, bundle) {
      const nameCache = {};
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        const { code } = await minify(file.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, unsafe_arrows: true, pure_getters: true, hoist_funs: true },
          mangle: { properties: { regex: /^_[a-z]/ } },
          nameCache,
        });
        file.code = code ?? file.code;
      }
    },
  };
}
