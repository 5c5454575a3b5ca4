import { laterEnGB } from "./en-gb.ts";
import { packTexts } from "./pack-texts.ts";

/** What English says after the first screen: it comes with that file. */
export const texts = packTexts(laterEnGB);
