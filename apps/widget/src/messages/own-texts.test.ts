import { ownTextKeys } from "@liftline/schema";
import { expect, test } from "vitest";
import { createTranslate } from "./create-translate.ts";
import { texts as english } from "./english-first.ts";
import { ownKeys, ownTexts } from "./own-texts.ts";

test("a broker's own words have the same order here and on the wire", () => {
  expect(ownKeys).toEqual(ownTextKeys);
});

test("a broker's own words stand in the place of ours, markup and signs as they are", () => {
  const t = createTranslate({ ...english, ...ownTexts(["<b>Fly</b> & see #1 = best", null]) }, "en-GB");
  expect([t("search.title"), t("search.submit"), t("field.to")]).toEqual([
    "<b>Fly</b> & see #1 = best",
    "Search aircraft",
    "To",
  ]);
});

test("an older backend that knows of no such words is no fault", () => {
  expect(ownTexts(undefined)).toEqual({});
});
