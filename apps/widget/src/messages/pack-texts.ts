import type { Catalogue, MessageKey, Plural } from "./catalogue.ts";

/** A language as it is downloaded and as `createTranslate` reads it: one short text a message. */
export type Texts = { readonly [key in MessageKey]?: string };

/** What stands for the first `{name}` of a message, the second … in the order of the alphabet. */
export const holes = "#$%&*";
/** Between the forms of a plural. */
export const formMark = "=";

/** Short for whatever a message consists of: it is never in the download, which the build writes (decision 013). */
export function packTexts(catalogue: Partial<Catalogue>): Texts {
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, packMessage(message)]));
}

/** `{ one: "{count} leg", other: "{count} legs" }` becomes `# legs=e# leg`. */
function packMessage(message: string | Plural): string {
  if (typeof message === "string") return packForm(message, namesOf(message));
  const { other, ...forms } = message;
  const names = namesOf(other);
  const others = Object.entries(forms)
    // What is said for every other count need not be said again.
    .filter(([, text]) => text !== other)
    .map(([category, text]) => formMark + letterOf(category) + packForm(text, names));
  return packForm(other, names) + others.join("");
}

/** The third letter tells the plural categories apart: zero, one, two, few, many, other. */
export function letterOf(category: string): string {
  return category[2] ?? "";
}

function packForm(text: string, names: readonly string[]): string {
  if (names.length > 0 && /[#-&*=]/.test(text)) throw new Error(`“${text}” has a sign that stands for something else.`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => holes[names.indexOf(name)] ?? "");
}

function namesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].toSorted();
}
