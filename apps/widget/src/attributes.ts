import { isPlainDate } from "./format/plain-date.ts";
import { readTripText } from "./searches/read-trip-text.ts";
import { isPassengers } from "./searches/trip.ts";

/** What a page may ask of the widget (contract §4). Every attribute is also a property of the same name in camel case. */
export interface Attributes {
  /** The broker's public key. */
  embedKey: string | null;
  /** Where the backend is; default: where the script came from. No slash at the end. */
  backend: string | null;
  /** BCP 47; default: the nearest `lang` of the page. */
  lang: string | null;
  /** ISO 4217; default: the broker's setting. */
  currency: string | null;
  /** Airport codes to start with. */
  from: string | null;
  to: string | null;
  /** `YYYY-MM-DD` */
  date: string | null;
  /** `YYYY-MM-DD`; makes the trip a return. */
  returnDate: string | null;
  /** 1 to 400 */
  passengers: number | null;
  /**
   * A whole trip as trip links write it: `EGGW-KTEB-20261213-1100-7_KTEB-EGGW-20261220-open-7`. It stands for the five
   * above.
   */
  trip: string | null;
}

type Parsers = { readonly [Name in keyof Attributes]: (text: string) => Attributes[Name] };

const code = capitals(/^[A-Z0-9]{2,8}$/);
const day = (text: string) => (isPlainDate(text) ? text : null);

/** The table: what each text means. Null: no such thing, which is the same as none. */
const parsers: Parsers = {
  // A secret key in a page is a mistake that we do not help along.
  embedKey: matching(/^pk_[\w-]{1,100}$/),
  backend: matching(/^https?:\/\/[^?#\s]+?(?=\/*$)/),
  lang: matching(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i),
  currency: capitals(/^[A-Z]{3}$/),
  from: code,
  to: code,
  date: day,
  returnDate: day,
  passengers: (text) => (isPassengers(Number(text)) ? Number(text) : null),
  trip: (text) => readTripText(text) && text,
};

export type AttributeName = keyof Attributes;

export const attributeNames = Object.getOwnPropertyNames(parsers) as readonly AttributeName[];

export function isAttributeName(name: string): name is AttributeName {
  return Object.hasOwn(parsers, name);
}

/** `returnDate` is written `return-date`. */
export function attributeOf(name: AttributeName): string {
  return name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
}

/** Null: nothing that can be read. */
export function parseAttribute(name: AttributeName, text: string | null): Attributes[AttributeName] {
  const trimmed = text?.trim();
  return trimmed ? parsers[name](trimmed) : null;
}

/** All of them as the element carries them now. What cannot be read is left out, and `warn` hears of it. */
export function readAttributes(get: (attribute: string) => string | null, warn: (message: string) => void): Attributes {
  const values = attributeNames.map((name) => {
    const attribute = attributeOf(name);
    const text = get(attribute);
    const value = parseAttribute(name, text);
    if (text?.trim() && value === null) warn(`${attribute} cannot be read`);
    return [name, value];
  });
  // The table above has a parser of the right type for every name.
  return Object.fromEntries(values) as Attributes;
}

function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => pattern.exec(text)?.[0] ?? null;
}

/** Codes may be written small. */
function capitals(pattern: RegExp): (text: string) => string | null {
  return (text) => matching(pattern)(text.toUpperCase());
}
