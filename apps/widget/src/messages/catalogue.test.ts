import { describe, expect, test } from "vitest";
import { ar } from "./ar.ts";
import type { Catalogue, MessageKey, Plural } from "./catalogue.ts";
import { createTranslate } from "./create-translate.ts";
import { de } from "./de.ts";
import { enGB } from "./en-gb.ts";
import { enUS } from "./en-us.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { he } from "./he.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { packTexts } from "./pack-texts.ts";
import { ptBR } from "./pt-br.ts";
import { ru } from "./ru.ts";
import { zh } from "./zh.ts";

const american: Catalogue = { ...enGB, ...enUS };
const languages: Record<string, Catalogue> = {
  ...{ "en-GB": enGB, "en-US": american, ar, de, es, fr, he, it, nl, "pt-BR": ptBR, ru, zh },
};
const keys = Object.keys(enGB) as MessageKey[];

describe.each(Object.entries(languages))("the %s catalogue", (tag, catalogue) => {
  test("says everything that English says, and nothing else", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(keys.toSorted());
  });

  test("has the placeholders of English in every message", () => {
    // A form for one exact number (zero, one, two) may say the number in words.
    const wrong = keys.filter(
      (key) => placeholders(otherOf(catalogue[key])).join() !== placeholders(otherOf(enGB[key])).join(),
    );
    expect(wrong).toEqual([]);
  });

  test("has every plural form that the language has up to a thousand, or one that suits any count", () => {
    const rules = new Intl.PluralRules(tag);
    const needed = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count))).add("other");
    const wrong = keys.filter((key) => {
      const message = catalogue[key];
      if (typeof message === "string") return false;
      const forms = Object.keys(message);
      const own = forms.every((form) => rules.resolvedOptions().pluralCategories.some((each) => each === form));
      return !own || (forms.join() !== "other" && [...needed].some((form) => !forms.includes(form)));
    });
    expect(wrong).toEqual([]);
  });

  test("says the number itself in every form that stands for several", () => {
    const rules = new Intl.PluralRules(tag);
    const exact = new Set(["zero", "one", "two"].filter((form) => countsOf(rules, form) === 1));
    const wrong = keys.filter((key) => {
      const message = catalogue[key];
      if (typeof message === "string") return false;
      return Object.entries(message).some(([form, text]) => !exact.has(form) && !text?.includes("{count}"));
    });
    expect(wrong).toEqual([]);
  });

  test("has no empty text, no markup and no quotes of a typewriter", () => {
    const texts = keys.flatMap((key) => formsOf(catalogue[key]));
    expect(texts.filter((text) => !text.trim() || /<|&\w+;|["']|\.\.\./.test(text))).toEqual([]);
  });

  test("is written short as it is written long", () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one call for every message
    const t = createTranslate(packTexts(catalogue), tag) as (key: string, values: object) => string;
    const rules = new Intl.PluralRules(tag);
    for (const key of keys) {
      for (const count of [0, 1, 2, 3, 7, 11, 21, 22, 100]) {
        const message = catalogue[key];
        const long = typeof message === "string" ? message : (message[rules.select(count)] ?? message.other);
        const names = placeholders(otherOf(message));
        const values = Object.fromEntries(names.map((name) => [name, name === "count" ? count : `‹${name}›`]));
        const said = long.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
        expect(t(key, values).replaceAll(/[\u2068\u2069]/g, "")).toBe(said);
      }
    }
  });
});

test("an American hears nothing again that a Briton says", () => {
  const british: Catalogue = enGB;
  const same = Object.entries<string | Plural>(enUS).filter(
    ([key, text]) => british[key as keyof typeof enUS] === text,
  );
  expect(same).toEqual([]);
});

describe("translating", () => {
  const english = createTranslate(packTexts(enGB), "en-GB");
  const arabic = createTranslate(packTexts(ar), "ar");
  const russian = createTranslate(packTexts(ru), "ru");

  test("picks the plural form of the language", () => {
    expect(english("passengers.count", { count: 1 })).toBe("1 passenger");
    expect(english("passengers.count", { count: 4 })).toBe("4 passengers");
    expect(arabic("passengers.count", { count: 2 })).toBe("مسافران");
    expect(arabic("passengers.count", { count: 4 })).toContain("مسافرين");
    expect([1, 3, 11, 22, 25].map((count) => russian("option.seats", { count }))).toEqual([
      ...["1 место", "3 места", "11 мест", "22 места", "25 мест"],
    ]);
  });

  test("keeps a code from reordering the words around it, where one reads from right to left", () => {
    expect(arabic("airports.own-words", { text: "EGGW" })).toContain("\u2068EGGW\u2069");
    expect(english("airports.own-words", { text: "EGGW" })).toBe("Use “EGGW” as it is");
  });

  test("leaves what a visitor typed as it is, braces and all", () => {
    expect(english("airports.own-words", { text: "{count} $& =# <b>" })).toContain("“{count} $& =# <b>”");
  });

  test("a sign that stands for something else ends the packing", () => {
    expect(() => packTexts({ "airports.own-words": "Code #{text}" })).toThrow("#{text}");
  });
});

function otherOf(message: string | Plural): string {
  return typeof message === "string" ? message : message.other;
}

function formsOf(message: string | Plural): string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].toSorted();
}

/** How many counts up to a thousand take this form. */
function countsOf(rules: Intl.PluralRules, form: string): number {
  return Array.from({ length: 1001 }, (_, count) => count).filter((count) => rules.select(count) === form).length;
}
