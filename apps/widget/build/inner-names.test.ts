import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { innerNames } from "./inner-names.ts";

const root = `${import.meta.dirname}/..`;

describe("a name that the build shortens", () => {
  test("is none of the wire", () => {
    expect(innerNames.filter((name) => wordsOf(`${root}/../../packages/schema/src/*.ts`).has(name))).toEqual([]);
  });

  test("is none of what the tab keeps, of an attribute or of an event's detail", () => {
    const kept = `${root}/src/{searches/trip,searches/trip-draft,airports/recent-airports,leads/attempts,leads/read-campaign,attributes}.ts`;
    const [, detail = ""] =
      /interface LiftlineEvents \{([^]*?)\n\}/.exec(readFileSync(`${root}/src/event-details.ts`, "utf8")) ?? [];
    const request = ["trip", "answer", "chosen", "receipt"];
    const words = new Set([...wordsOf(kept, /export function \w+/g), ...request, ...(detail.match(/\w+/g) ?? [])]);
    expect(innerNames.filter((name) => words.has(name))).toEqual([]);
  });

  test("is asked for by no string", () => {
    const strings = new Set(textOf(`${root}/src/**/*.{ts,tsx}`).match(/(?<=["'`])\w+(?=["'`])/g));
    expect(innerNames.filter((name) => strings.has(name))).toEqual([]);
  });

  test("stands in the code", () => {
    const code = wordsOf(`${root}/{src,lean-preact,../../packages/api-client/src}/**/*.{ts,tsx}`);
    expect(innerNames.filter((name) => !code.has(name))).toEqual([]);
  });

  test("stands on the list once", () => {
    expect(new Set(innerNames).size).toBe(innerNames.length);
  });
});

/** All words of the code, but for what functions are called: that is said again where it is more than a function's name. */
function wordsOf(files: string, but?: RegExp): Set<string> {
  const text = textOf(files);
  return new Set((but ? text.replace(but, "") : text).match(/\w+/g));
}

/** The code, without tests and comments. */
function textOf(files: string): string {
  return globSync(files)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, "utf8").replace(/\/\*[^]*?\*\/|\/\/.*/g, ""))
    .join("\n");
}
