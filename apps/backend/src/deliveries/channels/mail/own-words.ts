import type { OwnTextKey, OwnTexts } from "@liftline/schema";
import type { MessageKey } from "./messages/catalogue.ts";
import type { Translate } from "./messages/translate.ts";

/** What the mail repeats of the last screen: a broker who words the one otherwise means the other too. */
const sameOnScreen: { readonly [key in MessageKey]?: OwnTextKey } = {
  title: "receipt.title",
  "next.first": "receipt.first",
  "next.second": "receipt.second",
  "next.third": "receipt.third",
};

/** Says things in a broker's own words, where it has some. */
export function withOwnWords(t: Translate, own: NonNullable<OwnTexts["de"]>): Translate {
  return (key, values) => {
    const screen = sameOnScreen[key];
    return (screen && own[screen]) ?? t(key, values);
  };
}
