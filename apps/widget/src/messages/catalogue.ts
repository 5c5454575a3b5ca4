import type { enGB } from "./en-gb.ts";

/** What can be said. English (`en-GB`) gives the keys and placeholders; every other language must match it. */
export type MessageKey = keyof typeof enGB;

/** A text that depends on a count: one form for each plural category of the language. */
export type Plural = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** One language, whole. */
export type Catalogue = { readonly [key in MessageKey]: (typeof enGB)[key] extends string ? string : Plural };

/** One room's part of a language: the same keys as that part in English. */
export type Part<English> = { readonly [key in keyof English]: English[key] extends string ? string : Plural };

type PlaceholdersOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholdersOf<Rest> : never;
type TextOf<Message> = Message extends string ? Message : Message[keyof Message];
type NamesOf<Key extends MessageKey> =
  | PlaceholdersOf<TextOf<(typeof enGB)[Key]>>
  | ((typeof enGB)[Key] extends string ? never : "count");

/** The values a message takes: none, or one for each `{placeholder}`; `count` picks the plural form. */
export type Values<Key extends MessageKey> = [NamesOf<Key>] extends [never]
  ? []
  : [values: { readonly [name in NamesOf<Key>]: name extends "count" ? number : string | number }];

/** The messages that take no values. */
export type PlainKey = { [Key in MessageKey]: [NamesOf<Key>] extends [never] ? Key : never }[MessageKey];

export type Translate = <Key extends MessageKey>(key: Key, ...values: Values<Key>) => string;
