import { z } from "zod";
import { Language } from "./language.ts";

/**
 * What a broker may word otherwise: the widget's own keys. Their order is part of what the widget is told: add new ones
 * at the end. None of them has to do with what kind of price is shown (R18).
 */
export const ownTextKeys = [
  /** Above the search form: “Where would you like to fly?” */
  "search.title",
  /** The button that searches. */
  "search.submit",
  /** Where nothing was found. */
  "empty.text",
  /** What an estimate includes and why it may change. */
  "price.answer",
  /** Above the request: heading and text. */
  "lead.title",
  "lead.text",
  /** What the visitor agrees to, beside the box. */
  "lead.consent",
  /** The button that sends the request. */
  "lead.send",
  /** The request has arrived: heading, and what happens next in three steps. The confirmation mail says the same. */
  "receipt.title",
  "receipt.first",
  "receipt.second",
  "receipt.third",
] as const;

export const OwnTextKey = z.enum(ownTextKeys);
export type OwnTextKey = z.infer<typeof OwnTextKey>;

/** Shown as it stands: markup is seen as markup, and there is no value to put between braces. */
const OwnText = z
  .string()
  .trim()
  .min(1)
  .max(600)
  .regex(/^[^{}]*$/, "takes no value, so no { or }")
  .regex(/^[^\p{Cc}]*$/u, "must be a single line");

/** A broker's own words, by language and key. */
export const OwnTexts = z.partialRecord(Language, z.partialRecord(OwnTextKey, OwnText));
export type OwnTexts = z.infer<typeof OwnTexts>;
