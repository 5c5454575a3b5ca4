import { globSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { findClasses } from "./find-classes.ts";
import { foldStyles } from "./fold-styles.ts";

const styleSheet = /\.css\?inline$/;

/**
 * Classes and custom properties inside the shadow root get names of a letter or two: nobody outside can see them.
 * What pages may rely on (`--liftline-…`, `::part()`) stays. A class without a rule, or one that would lose its rule, is a
 * mistake and ends the build (decision 006).
 */
export function shortenStyles(folder: string): Plugin {
  const css = globSync(`${folder}/*.css`).map((file) => readFileSync(file, "utf8").replace(/\/\*[^]*?\*\//g, ""));
  const names = shortNames(css.join("\n"));
  return {
    name: "liftline-shorten-styles",
    apply: "build",
    enforce: "post",
    transform: {
      filter: { id: [styleSheet, /\/src\/.*\.tsx?$/] },
      handler(code, id) {
        if (styleSheet.test(id)) return shortenSheet(code.replace(/(?<=")[^]+(?=")/, foldStyles), names);
        return shortenColours(shortenClasses(code, { names, program: this.parse(code), file: id }), names);
      },
    },
  };
}

/** By name: `.card`, `--surface`. The most frequent get the shortest. */
export type ShortNames = ReadonlyMap<string, string>;

const inSheet = /\.[a-z][\w-]*|--(?!liftline)[a-z][\w-]*/g;

export function shortNames(css: string): ShortNames {
  const counts = new Map<string, number>();
  for (const [name] of css.matchAll(inSheet)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].toSorted((a, b) => b[1] - a[1]).map(([name]) => name);
  const classes = names.filter((name) => name.startsWith("."));
  const properties = names.filter((name) => name.startsWith("--"));
  return new Map([
    ...classes.map((name, index) => [name, `.${letters(index)}`] as const),
    ...properties.map((name, index) => [name, `--${letters(index)}`] as const),
  ]);
}

export function shortenSheet(css: string, names: ShortNames): string {
  return css.replace(inSheet, (name) => names.get(name) ?? name);
}

/** Every `var(--…)` in the code: what a drawing takes from the sheet. */
export function shortenColours(code: string, names: ShortNames): string {
  return code.replace(/(?<=var\()--(?!liftline)[\w-]+/g, (name) => {
    const short = names.get(name);
    if (!short) throw new Error(`There is no ${name}.`);
    return short;
  });
}

interface ClassesIn {
  names: ShortNames;
  /** The syntax tree of the code (ESTree). */
  program: unknown;
  file: string;
}

/** The words of every `class: …` in the code. */
export function shortenClasses(code: string, { names, program, file }: ClassesIn): string {
  const isClass = (name: string) => names.has(`.${name}`);
  let shortened = code;
  for (const { start, end } of findClasses({ code, program, file, isClass }).toSorted((a, b) => b.start - a.start)) {
    const words = code.slice(start, end).replace(/[\w-]+/g, (word) => {
      const name = names.get(`.${word}`);
      if (!name) throw new Error(`${file}: there is no rule for the class ${word}.`);
      return name.slice(1);
    });
    shortened = shortened.slice(0, start) + words + shortened.slice(end);
  }
  return shortened;
}

function letters(index: number): string {
  // First the letters that the code around them has most. Of many such orders this one compressed best.
  const alphabet = "tronaeilpcduxyzhbmfvkwsgqj";
  const last = alphabet[index % alphabet.length] ?? "";
  return index < alphabet.length ? last : letters(Math.floor(index / alphabet.length) - 1) + last;
}
