import { leadsAr } from "./ar.leads.ts";
import { moreAr } from "./ar.more.ts";
import { optionsAr } from "./ar.options.ts";
import { searchAr } from "./ar.search.ts";
import type { Catalogue } from "./catalogue.ts";
import { packTexts } from "./pack-texts.ts";

/** Arabic, one lazy file. */
export const ar: Catalogue = { ...searchAr, ...moreAr, ...optionsAr, ...leadsAr };
export const texts = packTexts(ar);
