import type { Catalogue, FirstCatalogue } from "./catalogue.ts";
import { searchEnGB } from "./en-gb.search.ts";

/** Languages besides the bundled one, each a file of its own that is fetched when it is wanted. */
const lazily: Readonly<Record<string, () => Promise<Catalogue>>> = {
  ar: () => import("./ar.ts").then((file) => file.ar),
};

/** A language that we have, and its texts: at once for English, else by a promise. */
export interface Language {
  tag: string;
  catalogue: FirstCatalogue | Promise<Catalogue>;
}

/** The nearest language we have: `ar-AE` is served by `ar`; what we do not have by English. */
export function findLanguage(wanted: string): Language {
  const [base = ""] = wanted.toLowerCase().split("-");
  const load = lazily[wanted] ?? lazily[base];
  return load ? { tag: wanted, catalogue: load() } : { tag: base === "en" ? wanted : "en-GB", catalogue: searchEnGB };
}
