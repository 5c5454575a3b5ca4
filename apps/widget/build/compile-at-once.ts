import type { Plugin } from "vite";

/** A V8 compile hint. It counts above the first line only; other engines read a comment. */
const hint = "//# allFunctionsCalledOnLoad\n";

/**
 * Most of what the form is drawn by runs at once: compiled while it is fetched, beside the main thread, it need not be
 * compiled there function by function.
 */
export function compileAtOnce(name: string): Plugin {
  return {
    name: "liftline-compile-at-once",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk" && file.name === name) file.code = hint + file.code;
    },
  };
}
