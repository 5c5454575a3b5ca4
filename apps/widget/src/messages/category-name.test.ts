import { expect, test } from "vitest";
import { categoryName } from "./category-name.ts";
import { createTranslate } from "./create-translate.ts";
import { texts } from "./english-first.ts";

const named = createTranslate({ ...texts, ...{ "Light jet": "Jet léger" } }, "fr");

test("a category is called what the settings call it", () => {
  expect(categoryName(named, "Light jet")).toBe("Jet léger");
});

test.each(["Heavy jet", "Flying saucer", "<b>Jet</b> #1 = best"])(
  "%s, which they do not name, is shown as it came",
  (name) => {
    expect(categoryName(named, name)).toBe(name);
  },
);
