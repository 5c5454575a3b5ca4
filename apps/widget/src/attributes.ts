import { isPlainDate } from "./format/plain-date.ts";

/** What a page may ask of the widget (contract §4). Every attribute is also a property of the same name in camel case. */
export interface Attributes {
  /** The broker's public key. */
  embedKey: string;
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
}

interface Rule<Value> {
  attribute: string;
  /** The value, or undefined where the text is no such thing. */
  parse: (text: string) => Value | undefined;
  fallback: Value;
}

const rules: { readonly [Name in keyof Attributes]: Rule<Attributes[Name]> } = {
  embedKey: { attribute: "embed-key", parse: parseKey, fallback: "" },
  backend: { attribute: "backend", parse: parseUrl, fallback: null },
  lang: { attribute: "lang", parse: matching(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i), fallback: null },
  currency: { attribute: "currency", parse: upper(/^[A-Z]{3}$/), fallback: null },
  from: { attribute: "from", parse: upper(/^[A-Z0-9]{2,8}$/), fallback: null },
  to: { attribute: "to", parse: upper(/^[A-Z0-9]{2,8}$/), fallback: null },
  date: { attribute: "date", parse: parseDate, fallback: null },
  returnDate: { attribute: "return-date", parse: parseDate, fallback: null },
  passengers: { attribute: "passengers", parse: parsePassengers, fallback: null },
};

export type AttributeName = keyof Attributes;

export const attributeNames = Object.keys(rules) as readonly AttributeName[];

export function attributeOf(name: AttributeName): string {
  return rules[name].attribute;
}

/** All of them as the element carries them now. What cannot be read is its default, and `warn` hears of it. */
export function readAttributes(get: (attribute: string) => string | null, warn: (message: string) => void): Attributes {
  const values = attributeNames.map((name) => {
    const { attribute, parse, fallback } = rules[name];
    const text = get(attribute)?.trim();
    const value = text ? parse(text) : fallback;
    if (value === undefined) warn(`the attribute ${attribute} cannot be read and is left out`);
    return [name, value ?? fallback];
  });
  // The table above names every key once, with a parser of its type.
  return Object.fromEntries(values) as Attributes;
}

/** A secret key in a page is a mistake that we do not help along. */
function parseKey(text: string): string | undefined {
  return /^pk_[\w-]{1,100}$/.test(text) ? text : undefined;
}

function parseUrl(text: string): string | undefined {
  try {
    const { protocol, origin, pathname } = new URL(text);
    return /^https?:$/.test(protocol) ? (origin + pathname).replace(/\/+$/, "") : undefined;
  } catch {
    return undefined;
  }
}

function parseDate(text: string): string | undefined {
  return isPlainDate(text) ? text : undefined;
}

function parsePassengers(text: string): number | undefined {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= 400 ? count : undefined;
}

function matching(pattern: RegExp): (text: string) => string | undefined {
  return (text) => (pattern.test(text) ? text : undefined);
}

function upper(pattern: RegExp): (text: string) => string | undefined {
  return (text) => matching(pattern)(text.toUpperCase());
}
