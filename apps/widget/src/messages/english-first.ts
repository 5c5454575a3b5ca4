import { searchEnGB } from "./en-gb.search.ts";
import { packTexts } from "./pack-texts.ts";

/** What English says on the first screen: it comes with that file, and stands in for a language that does not come. */
export const texts = packTexts(searchEnGB);
