import { leadsEnGB } from "./en-gb.leads.ts";
import { moreEnGB } from "./en-gb.more.ts";
import { optionsEnGB } from "./en-gb.options.ts";
import { searchEnGB } from "./en-gb.search.ts";

/** What English says after the first screen. */
export const laterEnGB = { ...moreEnGB, ...optionsEnGB, ...leadsEnGB } as const;

/** English. Its keys and placeholders are the catalogue's type. */
export const enGB = { ...searchEnGB, ...laterEnGB } as const;
