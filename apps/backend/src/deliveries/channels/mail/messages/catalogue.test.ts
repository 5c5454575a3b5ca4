import { describe, expect, test } from "vitest";
import { catalogues, type Plural } from "./catalogue.ts";
import { createTranslate } from "./translate.ts";
import { enGB } from "./en-gb.ts";

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each(Object.entries(catalogues))("mails in %s", (language, catalogue) => {
  test("say everything that English says", () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(enGB).sort());
  });

  test.each(Object.entries(enGB))("%s takes the same values", (key, english) => {
    const message: string | Plural = catalogue[key as keyof typeof enGB];
    if (typeof message === "string" && typeof english === "string") {
      expect(placeholders(message)).toEqual(placeholders(english));
    } else {
      const rules = new Intl.PluralRules(language);
      const needed = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
      expect(Object.keys(message)).toEqual(expect.arrayContaining([...needed, "other"]));
    }
  });

  test("leave no hole", () => {
    const values = { reference: 1, count: 3, days: 1, hours: 1, minutes: 1, phone: 1, email: 1, broker: 1, time: 1 };
    const t = createTranslate(language);
    for (const key of Object.keys(enGB)) expect(t(key as keyof typeof enGB, values)).not.toMatch(/[{}]|undefined/);
  });
});
