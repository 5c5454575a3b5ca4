import { minify as fold } from "@swc/core";
import { minify } from "terser";
import { minify as rename, type Plugin, type Rolldown } from "vite";
import { innerNames } from "./inner-names.ts";

const folding = { passes: 3, unsafe_arrows: true, pure_getters: true };

/**
 * What the bundler has made small goes through three more hands: swc folds most, terser finds more and
 * gives inner names one letter, the same in every file; the bundler's own minifier then names variables better than both.
 */
export function smallest(): Plugin {
  const inner = new RegExp(`^(${innerNames.join("|")})$`);
  return {
    name: "liftline-smallest",
    async generateBundle(_options, bundle) {
      const nameCache = { props: { props: lettersFor(Object.values(bundle)) } };
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        const first = await fold(file.code, {
          ...{ module: true, ecma: 2022, mangle: false },
          compress: { ...folding, toplevel: true, sequences: false },
        });
        const second = await minify(first.code, {
          ...{ module: true, ecma: 2020, nameCache },
          compress: { ...folding, hoist_funs: true, unsafe_comps: true },
          mangle: { properties: { regex: inner } },
        });
        const options = {
          module: true,
          compress: false,
          mangle: { toplevel: true },
          codegen: { removeWhitespace: true },
        };
        file.code = (await rename(file.fileName, second.code ?? first.code, options)).code;
      }
    },
  };
}

/** The most frequent names get one letter each, but `t` and `h`, which are names already; the others are left to terser. */
function lettersFor(files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Record<string, string> {
  const words = files.flatMap((file) => (file.type === "chunk" ? (file.code.match(/[\w$]+/g) ?? []) : []));
  const count = Map.groupBy(words, (word) => word);
  const uses = (name: string) => count.get(name)?.length ?? 0;
  const names = innerNames.toSorted((one, other) => uses(other) - uses(one));
  const letters = "abcdefgijklmnopqrsuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$".split("");
  return Object.fromEntries(letters.map((letter, at) => [`$${names[at] ?? ""}`, letter]));
}
