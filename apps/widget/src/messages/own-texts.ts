import type { WidgetSettings } from "@liftline/schema";
import type { PlainKey } from "./catalogue.ts";
import type { Texts } from "./pack-texts.ts";

/** What a broker may word otherwise, as `ownTextKeys` in the schema has it: the build gives keys a number, the wire an order. */
export const ownKeys: readonly PlainKey[] = [
  "search.title",
  "search.submit",
  "empty.text",
  "price.answer",
  "lead.title",
  "lead.text",
  "lead.consent",
  "lead.send",
  "receipt.title",
  "receipt.first",
  "receipt.second",
  "receipt.third",
];

/** The broker's own words by key. */
export function ownTexts(own: WidgetSettings["texts"] = []): Texts {
  return Object.fromEntries(ownKeys.flatMap((key, at) => (own[at] ? [[key, own[at]]] : [])));
}
