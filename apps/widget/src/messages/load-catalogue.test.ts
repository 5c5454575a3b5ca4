import { languageTags, nearestLanguage } from "@liftline/schema";
import { expect, test } from "vitest";
import { directionOf } from "./create-translate.ts";
import { texts as english } from "./english-first.ts";
import { findLanguage } from "./load-catalogue.ts";

test.each(languageTags)("%s is a language that the widget has, from its own file", async (tag) => {
  const found = findLanguage(tag);
  expect(found.tag).toBe(tag);
  const texts = await found.texts;
  expect(texts === english).toBe(tag === "en-GB");
  expect(texts).toMatchObject(Object.fromEntries(Object.keys(english).map((key) => [key, expect.any(String)])));
});

test.each(["de-AT", "pt", "pt-PT", "zh-Hant-TW", "zh-hk", "iw", "iw-IL", "AR-ae", "nl-BE", "en-us"])(
  "%s is served by the language that the backend would serve it by, and keeps its own dates",
  async (tag) => {
    const found = findLanguage(tag);
    expect(found.tag).toBe(tag);
    expect(await found.texts).toEqual(await findLanguage(nearestLanguage(tag) ?? "").texts);
  },
);

test.each([
  ["en", "en-GB"],
  ["en-AU", "en-AU"],
  ["ja", "en-GB"],
  ["", "en-GB"],
])("%j is spoken to in English, with dates of %s", (wanted, tag) => {
  expect(findLanguage(wanted)).toEqual({ tag, texts: english });
});

test.each([
  ["de-", "de"],
  ["de_DE", "de"],
  ["de-DE ", "de-DE"],
  ["de-ab-cd", "de-ab"],
  ["en-US_x", "en-US"],
  ["en-GB<b>", "en-GB"],
  ["ar-EG-u-nu-latn", "ar-EG"],
  ["es-419", "es-419"],
  ["<b>", "en-GB"],
])("%j, which a page may say, is taken for %s", (wanted, tag) => {
  expect(findLanguage(wanted).tag).toBe(tag);
  expect(Intl.getCanonicalLocales(tag)).toHaveLength(1);
});

test("Arabic and Hebrew run from right to left, whatever the region or the old name", () => {
  expect(languageTags.filter((tag) => directionOf(tag) === "rtl")).toEqual(["ar", "he"]);
  expect(["ar-AE", "he-IL", "iw", "de-AT"].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "ltr"]);
});
