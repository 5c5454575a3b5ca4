import { expect, test } from "vitest";
import { pageCatalogues, translatePage } from "./catalogue.ts";
import { enGB } from "./en-gb.ts";

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted();

test.each(Object.entries(pageCatalogues))("%s says everything, with the same holes in its texts", (language, texts) => {
  expect(Object.keys(texts).toSorted()).toEqual(Object.keys(enGB).toSorted());
  for (const [key, english] of Object.entries(enGB)) {
    const text = texts[key as keyof typeof enGB];
    if (typeof english === "string" && typeof text === "string")
      expect([key, holes(text)]).toEqual([key, holes(english)]);
  }
  const passengers = Object.keys(texts["trip.passengers"]);
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  expect(passengers.toSorted()).toEqual(needed.toSorted());
});

test("a language that we do not write is answered in another kind of it, else in English", () => {
  expect(translatePage("de-AT")("safety.title")).toBe("Sicherheit");
  expect(translatePage("pt")("safety.title")).toBe("Segurança");
  expect(translatePage("fi")("safety.title")).toBe("Safety");
});
