import type { Catalogue } from "./catalogue.ts";
import { enGB } from "./en-gb.ts";

/** English as America writes it. */
export const enUS: Catalogue = {
  ...enGB,
  "price.meaning":
    "An estimate is for the whole aircraft and all legs. Airport and overnight fees, taxes, deicing, catering and availability on the day can change it.",
  "next.second": "You get availability and a firm price, by email or phone.",
};
