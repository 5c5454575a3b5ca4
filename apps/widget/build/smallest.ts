import { gzipSync } from "node:zlib";
import { minify as fold } from "@swc/core";
import { minify } from "terser";
import { minify as rename, type Plugin, type Rolldown } from "vite";
import { innerNames } from "./inner-names.ts";

// "Unsafe" breaks functions that are called with `new`, and texts of things that have a value of their own (`valueOf`): ours
// are classes, and what we put into a text is text or a number.
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
        const codes: string[] = [];
        for (const inline of ways) codes.push(await squeeze(file, inline));
        file.code = codes.reduce((one, other) => (weigh(other) < weigh(one) ? other : one));
      }

      async function squeeze({ code, fileName }: Rolldown.OutputChunk, inline: (typeof ways)[number]): Promise<string> {
        const first = await foldWhole(code, inline);
        const second = await minify(first.code, {
          ...{ module: true, ecma: 2020, nameCache },
          compress: { ...folding, unsafe: true, hoist_funs: true, unsafe_comps: true },
          // `builtins`: the list decides, also where some object of the browser has a property of that name.
          mangle: { properties: { regex: inner, builtins: true } },
        });
        const third = await foldWhole(second.code ?? first.code, inline);
        const options = {
          ...{ module: true, compress: true },
          mangle: { toplevel: true },
          codegen: { removeWhitespace: true },
        };
        return (await rename(fileName, third.code, options)).code;
      }
    },
  };
}

/** Whether a function takes the place of each of its calls: that makes some files smaller and others larger. */
const ways = [3, 1] as const;

function weigh(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

function foldWhole(code: string, inline: (typeof ways)[number]) {
  return fold(code, {
    ...{ module: true, ecma: 2022, mangle: false },
    compress: { ...folding, inline, toplevel: true, sequences: false },
  });
}

/**
 * The most frequent names get one letter each, in the order that compressed best of many, but `t` and `h`, which are
 * names already; the others are left to terser.
 */
function lettersFor(files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Record<string, string> {
  const words = files.flatMap((file) => (file.type === "chunk" ? (file.code.match(/[\w$]+/g) ?? []) : []));
  const count = Map.groupBy(words, (word) => word);
  const uses = (name: string) => count.get(name)?.length ?? 0;
  const names = innerNames.toSorted((one, other) => uses(other) - uses(one));
  const letters = "enpiarcwKFdsomglyvkuzxqjAQXZEBGHIJbLMNOPfRYTUVWCSD_$".split("");
  return Object.fromEntries(letters.map((letter, at) => [`$${names[at] ?? ""}`, letter]));
}
