import { defineConfig } from "vite";
import { compileAtOnce } from "./build/compile-at-once.ts";
import { leanPreact } from "./build/lean-preact.ts";
import { numberMessages } from "./build/number-messages.ts";
import { oneHash } from "./build/one-hash.ts";
import { oneList } from "./build/one-list.ts";
import { pinnedLoader } from "./build/pinned-loader.ts";
import { shortenStyles } from "./build/shorten-styles.ts";
import { smallest } from "./build/smallest.ts";
import { spellStyles } from "./build/spell-styles.ts";
import manifest from "./package.json" with { type: "json" };

const { version } = manifest;

/** Chunks that hold one language each. */
const languages = /^[a-z]{2}(-[a-z]{2})?$/;

/**
 * `dist/{version}/` is immutable, every name carries the hash that `oneHash` gives it; `dist/v1/liftline.js`, the loader,
 * is the address that pages keep.
 */
export default defineConfig({
  base: "./",
  plugins: [
    leanPreact(),
    numberMessages(),
    shortenStyles(`${import.meta.dirname}/src/styles`),
    spellStyles(/\/widget\.css\?inline$/),
    oneList(),
    smallest(),
    compileAtOnce("entry"),
    oneHash((name) => languages.test(name)),
    pinnedLoader(version),
  ],
  build: {
    target: ["chrome123", "safari17.5", "firefox125"],
    cssTarget: ["chrome123", "safari17.5", "firefox125"],
    // Preloading would put link elements into the host's page.
    modulePreload: false,
    // A library build leaves out Vite's preloader, which would do the same.
    lib: { entry: { loader: "src/loader.ts" }, formats: ["es"] },
    rolldownOptions: {
      preserveEntrySignatures: false,
      treeshake: { propertyReadSideEffects: false },
      output: {
        minify: true,
        entryFileNames: "v1/liftline.js",
        chunkFileNames: ({ name }) => `${version}/${name === "entry" ? "liftline" : "[name]"}.js`,
      },
    },
  },
});
