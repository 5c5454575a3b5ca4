import { minify as fold } from "@swc/core";
import { minify } from "terser";
import { minify as rename, type Plugin, type Rolldown } from "vite";
import { innerNames } from "./inner-names.ts";

// "Unsafe" is what breaks a function that is called with `new`, or a `Date` that is put into a text: we have neither.
const folding = { passes: 3, unsafe_arrows: true, unsafe_methods: true, pure_getters: true };

/**
 * What the bundler has made small goes through four more hands: swc folds most, terser finds more and gives inner names
 * one letter, the same in every file; swc folds what terser has opened, and the bundler's own minifier then names
 * variables better than both.
 */
export function smallest(): Plugin {
  const inner = new RegExp(`^(${innerNames.join("|")})$`);
  return {
    name: "liftline-smallest",
    async generateBundle(_options, bundle) {
      const nameCache = { props: { props: lettersFor(Object.values(bundle)) } };
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        const first = await foldWhole(file.code);
        const second = await minify(first.code, {
          ...{ module: true, ecma: 2020, nameCache },
          compress: { ...folding, unsafe: true, hoist_funs: true, unsafe_comps: true },
          // `builtins`: the list decides, also where some object of the browser has a property of that name.
          mangle: { properties: { regex: inner, builtins: true } },
        });
        const third = await foldWhole(second.code ?? first.code);
        const options = {
          ...{ module: true, compress: true },
          mangle: { toplevel: true },
          codegen: { removeWhitespace: true },
        };
        file.code = (await rename(file.fileName, third.code, options)).code;
      }
    },
  };
}

function foldWhole(code: string) {
  return fold(code, {
    ...{ module: true, ecma: 2022, mangle: false },
    compress: { ...folding, toplevel: true, sequences: false },
  });
}

/**
 * The most frequent names get one letter each, first those that variables have most, but `t` and `h`, which are names
 * already; the others are left to terser.
 */
function lettersFor(files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Record<string, string> {
  const words = files.flatMap((file) => (file.type === "chunk" ? (file.code.match(/[\w$]+/g) ?? []) : []));
  const count = Map.groupBy(words, (word) => word);
  const uses = (name: string) => count.get(name)?.length ?? 0;
  const names = innerNames.toSorted((one, other) => uses(other) - uses(one));
  const letters = "enriaoscludfpmgbyvkwzxqjABCDEFGHIJKLMNOPQRSTUVWXYZ_$".split("");
  return Object.fromEntries(letters.map((letter, at) => [`$${names[at] ?? ""}`, letter]));
}
