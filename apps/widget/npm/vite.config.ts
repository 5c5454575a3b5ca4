import { defineConfig } from "vite";
import { leanPreact } from "../build/lean-preact.ts";
import { numberMessages } from "../build/number-messages.ts";
import { shortenStyles } from "../build/shorten-styles.ts";
import { smallest } from "../build/smallest.ts";
import { spellStyles } from "../build/spell-styles.ts";

const widget = `${import.meta.dirname}/..`;

/** The package that pages bundle: squeezed like the script tag's files, named and joined by whoever bundles it. React stays theirs. */
export default defineConfig({
  plugins: [
    leanPreact(),
    numberMessages(),
    shortenStyles(`${widget}/src/styles`),
    spellStyles(/\/widget\.css\?inline$/),
    smallest(),
  ],
  build: {
    target: ["chrome123", "safari17.5", "firefox125"],
    cssTarget: ["chrome123", "safari17.5", "firefox125"],
    modulePreload: false,
    lib: { entry: { define: `${widget}/src/define.ts`, react: `${widget}/src/react.ts` }, formats: ["es"] },
    rolldownOptions: {
      external: ["react"],
      treeshake: { propertyReadSideEffects: false },
      output: { minify: true, entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
