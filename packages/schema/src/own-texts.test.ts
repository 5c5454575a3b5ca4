import { describe, expect, test } from "vitest";
import { nearestLanguage } from "./language.ts";
import { OwnTexts } from "./own-texts.ts";
import { BrokerSettings } from "./settings.ts";

describe("a broker's own words", () => {
  test("are kept by language and key", () => {
    const texts = { de: { "search.title": "Wohin geht die Reise?" }, he: { "lead.send": "שליחה" } };
    expect(OwnTexts.parse(texts)).toEqual(texts);
    expect(BrokerSettings.parse({}).texts).toEqual({});
  });

  test("may look like markup: they are shown as they stand", () => {
    expect(OwnTexts.safeParse({ fr: { "lead.title": "<b>Vite</b> & bien" } }).success).toBe(true);
  });

  test.each([
    ["a value between braces", { de: { "search.title": "Hallo {name}" } }],
    ["more than one line", { de: { "search.title": "a\nb" } }],
    ["nothing", { de: { "search.title": " " } }],
    ["a key that is not on the list, such as what kind of price it is (R18)", { de: { "price.estimate": "Preis" } }],
    ["a language that there is not", { "de-AT": { "search.title": "Servus" } }],
    ["more than 600 letters", { de: { "price.answer": "a".repeat(601) } }],
  ])("are refused where they are %s", (_, texts) => {
    expect(OwnTexts.safeParse(texts).success).toBe(false);
  });
});

test.each([
  ["de-AT", "de"],
  ["pt", "pt-BR"],
  ["pt-PT", "pt-BR"],
  ["zh-Hant-TW", "zh"],
  ["iw", "he"],
  ["en", "en-GB"],
  ["EN-us", "en-US"],
  ["en-AU", "en-GB"],
  ["ja", null],
])("a visitor of %s is spoken to in %s", (tag, language) => {
  expect(nearestLanguage(tag)).toBe(language);
});
