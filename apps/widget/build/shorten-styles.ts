import { globSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { foldStyles } from "./fold-styles.ts";

const styleSheet = /\.css\?inline$/;

/**
 * Classes and custom properties inside the shadow root get names of a letter or two: nobody outside can see them.
 * What pages may rely on (`--liftline-…`, `::part()`) stays. A class without a rule is a mistake and ends the build
 * (decision 006).
 */
export function shortenStyles(folder: string): Plugin {
  const css = globSync(`${folder}/*.css`).map((file) => readFileSync(file, "utf8").replace(/\/\*[^]*?\*\//g, ""));
  const names = shortNames(css.join("\n"));
  return {
    name: "liftline-shorten-styles",
    apply: "build",
    enforce: "post",
    transform: {
      filter: { id: [styleSheet, /\/src\/.*\.tsx$/, /\/src\/map\/.*\.ts$/] },
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
  const texts: Text[] = [];
  findClasses(program, texts);
  let shortened = code;
  for (const { start, end } of texts.toSorted((a, b) => b.start - a.start)) {
    const words = code.slice(start, end).replace(/[\w-]+/g, (word) => {
      const name = names.get(`.${word}`);
      if (!name) throw new Error(`${file}: there is no rule for the class ${word}.`);
      return name.slice(1);
    });
    shortened = shortened.slice(0, start) + words + shortened.slice(end);
  }
  return shortened;
}

/** A string, or a piece of a template, that ends up in the attribute. */
interface Text {
  start: number;
  end: number;
}

interface Node extends Text {
  type: string;
  [field: string]: unknown;
}

function findClasses(node: unknown, texts: Text[]): void {
  if (Array.isArray(node)) for (const each of node) findClasses(each, texts);
  if (!isNode(node)) return;
  if (node.type === "ObjectExpression" && Array.isArray(node["properties"])) {
    for (const property of node["properties"]) if (isClass(property)) collect(property["value"], texts);
  }
  for (const child of Object.values(node)) findClasses(child, texts);
}

function isClass(property: unknown): property is Node {
  const key = isNode(property) ? property["key"] : null;
  return isNode(key) && key["name"] === "class";
}

/** Conditions are left alone: what they compare is not shown. */
function collect(value: unknown, texts: Text[]): void {
  if (!isNode(value)) return;
  if (value.type === "Literal" && typeof value["value"] === "string") {
    texts.push({ start: value.start + 1, end: value.end - 1 });
  } else if (value.type === "TemplateElement") {
    texts.push(value);
  } else if (value.type === "ConditionalExpression") {
    collect(value["consequent"], texts);
    collect(value["alternate"], texts);
  } else if (value.type === "LogicalExpression") {
    collect(value["right"], texts);
  } else if (value.type === "TemplateLiteral") {
    for (const part of [value["quasis"], value["expressions"]].flat()) collect(part, texts);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function letters(index: number): string {
  // The letters that the code around them has most: they compress best.
  const alphabet = "trnoaeilscdupmghbyfvkwzxqj";
  const last = alphabet[index % alphabet.length] ?? "";
  return index < alphabet.length ? last : letters(Math.floor(index / alphabet.length) - 1) + last;
}
