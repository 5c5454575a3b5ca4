import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** The part of Preact that the widget uses (decision 017), in the place of the package; and JSX as calls of `h`. */
export function leanPreact({ published = false } = {}): Plugin[] {
  const view: Plugin = {
    name: "liftline-lean-preact",
    enforce: "pre",
    config: () => ({
      // `h(…)` is shorter than the calls of the automatic runtime, and needs no runtime: 0.4 kB of the download.
      oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment", pure: false, development: false } },
      resolve: {
        alias: published
          ? []
          : [
              { find: /^preact$/, replacement: fileURLToPath(new URL("../lean-preact/index.ts", import.meta.url)) },
              {
                find: /^preact\/hooks$/,
                replacement: fileURLToPath(new URL("../lean-preact/hooks.ts", import.meta.url)),
              },
            ],
      },
    }),
    transform: {
      filter: { id: /\.tsx$/ },
      handler: (code) => `import { h, Fragment } from "preact";\n${code}`,
    },
  };
  const nothing: Plugin = {
    name: "liftline-nothing-given",
    apply: "build",
    enforce: "post",
    transform: {
      filter: { id: /\.tsx$/ },
      // What is given nothing is given `null` by the JSX; `0` has no properties either.
      handler: (code) => code.replace(/(?<=\bh\((?:"\w+"|\w+), )null(?=[,)])/g, "0"),
    },
  };
  return [view, nothing];
}
