import { texts as firstTexts } from "./english-first.ts";
import type { Texts } from "./pack-texts.ts";

/** Languages besides the bundled one, each a file of its own that is fetched when it is wanted. */
const lazily: Readonly<Record<string, () => Promise<{ texts: Texts }>>> = {
  ar: () => import("./ar.ts"),
  de: () => import("./de.ts"),
  "en-us": () => import("./en-us.ts"),
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  he: () => import("./he.ts"),
  // What Java and old pages call Hebrew.
  iw: () => import("./he.ts"),
  it: () => import("./it.ts"),
  nl: () => import("./nl.ts"),
  pt: () => import("./pt-br.ts"),
  ru: () => import("./ru.ts"),
  zh: () => import("./zh.ts"),
};

/** A language that we have, and its texts: at once for English, else by a promise. */
export interface Language {
  /** BCP 47: language, script and region as they were asked for, for numbers and dates. */
  tag: string;
  texts: Texts | Promise<Texts>;
}

/** A language, its script and its region: the part of a tag that every browser takes, whatever a page writes behind it. */
const readable = /^[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2}|-\d{3})?/i;

/** The nearest language we have: `de-AT` is served by `de`, `pt` by `pt-BR`; what we do not have by English. */
export function findLanguage(wanted: string): Language {
  const tag = readable.exec(wanted)?.[0] ?? "";
  const [base = "", region] = tag.toLowerCase().split("-");
  const load = lazily[tag.toLowerCase()] ?? lazily[base];
  if (!load) return { tag: base === "en" && region ? tag : "en-GB", texts: firstTexts };
  // English stands below it: what a language does not say otherwise.
  return { tag, texts: load().then(({ texts }) => ({ ...firstTexts, ...texts })) };
}
