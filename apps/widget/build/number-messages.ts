import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { enGB } from "../src/messages/en-gb.ts";

/** A catalogue, or a part of one: `ar.ts`, `en-gb.leads.ts`. */
const catalogueFile = /\/messages\/[a-z]{2}(?:-[a-z]{2})?\.[a-z]+\.ts$/;

/** A message's key is for us; what is downloaded has its number, and a catalogue is a list of texts (decision 006). */
export function numberMessages(): Plugin {
  const numbers = new Map(Object.keys(enGB).map((key, number) => [key, number]));
  return {
    name: "liftline-number-messages",
    apply: "build",
    load: {
      filter: { id: catalogueFile },
      async handler(id) {
        const parts: Record<string, Record<string, unknown>> = await import(pathToFileURL(id).href);
        return Object.entries(parts)
          .map(([name, messages]) => `export const ${name} = ${listOf(messages, numbers)};`)
          .join("\n");
      },
    },
    transform: {
      filter: { id: { include: /\/src\/.*\.tsx?$/, exclude: catalogueFile } },
      handler(code, id) {
        if (/\bt\(`/.test(code)) throw new Error(`${id}: a key that is put together cannot be numbered.`);
        return withNumbers(code, numbers);
      },
    },
  };
}

/** A list with a hole for every message that is not in this part, so that parts can still be spread into a whole. */
export function listOf(messages: Record<string, unknown>, numbers: ReadonlyMap<string, number>): string {
  const texts: string[] = [];
  for (const [key, message] of Object.entries(messages)) texts[numberOf(key, numbers)] = JSON.stringify(message);
  return `[${texts.join()}]`;
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
