import { defineConfig, type Plugin } from "vite";
import { leanPreact } from "./build/lean-preact.ts";
import { numberMessages } from "./build/number-messages.ts";
import { oneHash } from "./build/one-hash.ts";
import { shortenStyles } from "./build/shorten-styles.ts";
import { smallest } from "./build/smallest.ts";
import manifest from "./package.json" with { type: "json" };

const { version } = manifest;

/** Chunks that hold one language each. */
const languages = /^[a-z]{2}(-[a-z]{2})?$/;

/** `dist/{version}/` is immutable, every name carries its hash; `dist/v1/liftline.js` is the address that pages keep. */
export default defineConfig({
  base: "./",
  plugins: [
    leanPreact(),
    numberMessages(),
    shortenStyles(`${import.meta.dirname}/src/styles`),
    smallest(),
    oneHash((name) => languages.test(name)),
    stableEntry(),
  ],
  build: {
    target: ["chrome123", "safari17.5", "firefox125"],
    cssTarget: ["chrome123", "safari17.5", "firefox125"],
    // Preloading would put link elements into the host's page.
    modulePreload: false,
    // A library build leaves out Vite's preloader, which would do the same.
    lib: { entry: { liftline: "src/define.ts" }, formats: ["es"] },
    rolldownOptions: {
      preserveEntrySignatures: false,
      treeshake: { propertyReadSideEffects: false },
      output: {
        minify: true,
        entryFileNames: `${version}/[name]-[hash].js`,
        chunkFileNames: `${version}/[name]-[hash].js`,
      },
    },
  },
});

/** Writes the small file behind the script tag: it names the version that is current. */
function stableEntry(): Plugin {
  return {
    name: "liftline-stable-entry",
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
      if (!entry) throw new Error("The build has no entry.");
      this.emitFile({ type: "asset", fileName: "v1/liftline.js", source: `import"../${entry.fileName}";\n` });
    },
  };
}
