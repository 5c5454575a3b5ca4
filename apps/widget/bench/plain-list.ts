import type { Plugin } from "vite";

/** What makes a long list cheap, by file, and what stands there without it. */
const inSources = [
  { file: /option-list\.tsx$/, find: "firstCards = 4", without: "firstCards = 300" },
  { file: /option-list\.tsx$/, find: "new Set([drawn, painted])", without: "[drawn]" },
  { file: /option-list\.tsx$/, find: "key={list} ", without: "" },
  { file: /option-list\.tsx$/, find: "(now[0] === options ? now : drawn)", without: "now" },
  {
    file: /option-list\.tsx$/,
    find: "new Map<Option, VNode<{ chosen: boolean }>>(), [",
    without: "new Map<Option, VNode<{ chosen: boolean }>>(), [{}, ",
  },
];
const inSheet = /contain:\s*(?:content|layout style);?/g;

/** Our own cards as one draws a list without thinking: all of them at once, all laid out, all drawn anew for each change. */
export function plainList(): Plugin {
  const left = new Set(inSources.map(({ find }) => find)).add(String(inSheet));
  function take(code: string, find: string | RegExp, without: string): string {
    const changed = code.replace(find, without);
    if (changed !== code) left.delete(String(find));
    return changed;
  }
  return {
    name: "liftline-plain-list",
    enforce: "pre",
    transform(code, id) {
      const measures = inSources.filter(({ file }) => file.test(id));
      return measures.reduce((text, { find, without }) => take(text, find, without), code);
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = take(file.code, inSheet, "");
      if (left.size > 0) throw new Error(`The widget has changed: there is no ${[...left].join(", ")}.`);
    },
  };
}
