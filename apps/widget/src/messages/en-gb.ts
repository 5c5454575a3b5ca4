import { leadsEnGB } from "./en-gb.leads.ts";
import { optionsEnGB } from "./en-gb.options.ts";
import { searchEnGB } from "./en-gb.search.ts";

/** English, bundled. Its keys and placeholders are the catalogue's type. */
export const enGB = { ...searchEnGB, ...optionsEnGB, ...leadsEnGB } as const;
