import { describe, expect, test } from "vitest";
import { ar } from "./ar.ts";
import type { Catalogue, MessageKey, Plural } from "./catalogue.ts";
import { createTranslate } from "./create-translate.ts";
import { enGB } from "./en-gb.ts";

const languages: Record<string, Catalogue> = { "en-GB": enGB, ar };
const keys = Object.keys(enGB) as MessageKey[];

describe.each(Object.entries(languages))("the %s catalogue", (tag, catalogue) => {
  test("says everything that English says, and nothing else", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(keys.toSorted());
  });

  test("has the placeholders of English in every message", () => {
    // A form for one exact number (zero, one, two) may say the number in words.
    const wrong = keys.filter(
      (key) => placeholders(catalogue[key], "other").join() !== placeholders(enGB[key], "other").join(),
    );
    expect(wrong).toEqual([]);
  });

  test("has every plural form that the language has, or one that suits any count", () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const wrong = keys.filter((key) => {
      const forms = Object.keys(catalogue[key]).toSorted().join();
      return typeof catalogue[key] !== "string" && forms !== "other" && forms !== pluralCategories.toSorted().join();
    });
    expect(wrong).toEqual([]);
  });

  test("has no empty text and no markup", () => {
    const texts = keys.flatMap((key) => {
      const message = catalogue[key];
      return typeof message === "string" ? [message] : Object.values(message);
    });
    expect(texts.filter((text) => !text?.trim() || /<|&\w+;/.test(text))).toEqual([]);
  });
});

describe("translating", () => {
  const english = createTranslate(enGB, "en-GB");
  const arabic = createTranslate(ar, "ar");

  test("picks the plural form of the language", () => {
    expect(english("passengers.count", { count: 1 })).toBe("1 passenger");
    expect(english("passengers.count", { count: 4 })).toBe("4 passengers");
    expect(arabic("passengers.count", { count: 2 })).toBe("مسافران");
    expect(arabic("passengers.count", { count: 4 })).toContain("مسافرين");
  });

  test("keeps a code from reordering the words around it, where one reads from right to left", () => {
    expect(arabic("airports.use-code", { code: "EGGW" })).toContain("\u2068EGGW\u2069");
    expect(english("airports.use-code", { code: "EGGW" })).toBe("Use the code EGGW");
  });

  test("leaves what a visitor typed as it is, braces and all", () => {
    expect(english("airports.none", { text: "{count} $& <b>" })).toContain("“{count} $& <b>”");
  });
});

function placeholders(message: string | Plural, form: "other"): string[] {
  const text = typeof message === "string" ? message : message[form];
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").toSorted();
}
