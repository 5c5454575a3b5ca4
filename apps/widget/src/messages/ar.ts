import { leadsAr } from "./ar.leads.ts";
import { moreAr } from "./ar.more.ts";
import { optionsAr } from "./ar.options.ts";
import { searchAr } from "./ar.search.ts";
import type { Catalogue } from "./catalogue.ts";

/** Arabic, one lazy file. */
export const ar: Catalogue = { ...searchAr, ...moreAr, ...optionsAr, ...leadsAr };
