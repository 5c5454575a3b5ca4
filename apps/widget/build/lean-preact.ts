import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** Preact from its own sources, as `patches/` has thinned them out (decision 006); and JSX as calls of `h`. */
export function leanPreact(): Plugin {
  return {
    name: "liftline-lean-preact",
    enforce: "pre",
    config: () => ({
      // `h(…)` is shorter than the calls of the automatic runtime, and needs no runtime: 0.4 kB of the download.
      oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment", pure: false, development: false } },
      resolve: {
        alias: [
          { find: /^\.\/create-context$/, replacement: fileURLToPath(new URL("create-context.js", import.meta.url)) },
          { find: /^preact$/, replacement: sourceOf("src/index.js") },
          { find: /^preact\/hooks$/, replacement: sourceOf("hooks/src/index.js") },
        ],
      },
    }),
    transform: {
      filter: { id: /\.tsx$/ },
      handler: (code) => `import { h, Fragment } from "preact";\n${code}`,
    },
  };
}

/** Where a file of the package is, whichever folder it was installed to. */
function sourceOf(file: string): string {
  return fileURLToPath(new URL(`../${file}`, import.meta.resolve("preact")));
}
