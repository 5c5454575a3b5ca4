import { minify } from "terser";
import { defineConfig, type Plugin } from "vite";
import { numberMessages } from "./build/number-messages.ts";
import { shortenStyles } from "./build/shorten-styles.ts";
import manifest from "./package.json" with { type: "json" };

const { version } = manifest;

/** `dist/{version}/` is immutable, every name carries its hash; `dist/v1/liftline.js` is the address that pages keep. */
export default defineConfig({
  base: "./",
  plugins: [
    classicJsx(),
    numberMessages(),
    shortenStyles(`${import.meta.dirname}/src/styles`),
    smallest(),
    stableEntry(),
  ],
  oxc: { jsx: { runtime: "classic", pragma: "jsxNode", pragmaFrag: "JsxFragment", pure: false } },
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

/** `h(…)` is shorter than the calls of the automatic runtime, and needs no runtime: 0.4 kB of the download. */
function classicJsx(): Plugin {
  return {
    name: "liftline-classic-jsx",
    enforce: "pre",
    transform: {
      filter: { id: /\.tsx$/ },
      handler: (code) => `import { h as jsxNode, Fragment as JsxFragment } from "preact";\n${code}`,
    },
  };
}

/** A second pass over what the bundler has made small: 2 % of the download. */
function smallest(): Plugin {
  return {
    name: "liftline-smallest",
    async generateBundle(_options, bundle) {
      const options = {
        module: true,
        ecma: 2020,
        compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
      } as const;
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = (await minify(file.code, options)).code ?? file.code;
      }
    },
  };
}
