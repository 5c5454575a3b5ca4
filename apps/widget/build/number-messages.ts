import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { enGB } from "../src/messages/en-gb.ts";
import { oneByteLetters } from "./one-byte-letters.ts";

/** What exports a language's `texts`: `ar.ts`, `pt-br.ts`, `english-later.ts`; not its parts. */
const textsFile = /\/messages\/(?!en-gb)([a-z]{2}(?:-[a-z]{2})?|english-first|english-later)\.ts$/;

/** A message's key is for us; what is downloaded has its number, and a language is one long text (decisions 006, 013). */
export function numberMessages(): Plugin {
  const numbers = new Map(Object.keys(enGB).map((key, number) => [key, number]));
  return {
    name: "liftline-number-messages",
    apply: "build",
    load: {
      filter: { id: textsFile },
      async handler(id) {
        const { texts }: { texts: Record<string, string> } = await import(pathToFileURL(id).href);
        return `export const texts = ${codeOf(texts, numbers)};`;
      },
    },
    transform: {
      filter: { id: { include: /\/src\/.*\.tsx?$/, exclude: textsFile } },
      handler(code, id) {
        if (/\bt\(`/.test(code)) throw new Error(`${id}: a key that is put together cannot be numbered.`);
        return withNumbers(code, numbers);
      },
    },
  };
}

/** Between two messages. */
const mark = "<";

/** A list in one string, with holes for what stands before; an object where only a few are said. */
export function codeOf(texts: Record<string, string>, numbers: ReadonlyMap<string, number>): string {
  const list: string[] = [];
  for (const [key, text] of Object.entries(texts)) {
    if (text.includes(mark)) throw new Error(`${key}: ${mark} stands between messages.`);
    list[numberOf(key, numbers)] = text;
  }
  const first = list.findIndex((text) => text !== undefined);
  if (Object.keys(list).length < list.length - first) return JSON.stringify(Object.fromEntries(Object.entries(list)));
  return `${oneByteLetters(list.join(mark))}.split(${JSON.stringify(mark)})`;
}

/** Every string that is a message's key, by its number. */
export function withNumbers(code: string, numbers: ReadonlyMap<string, number>): string {
  return code.replace(/(["'])([a-z]+\.[a-z-]+)\1/g, (text, _quote, key: string) => String(numbers.get(key) ?? text));
}

function numberOf(key: string, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(key);
  if (number === undefined) throw new Error(`English does not say ${key}.`);
  return number;
}
