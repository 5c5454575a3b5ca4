import fc from "fast-check";
import { expect, test } from "vitest";
import { accentOn, contrastOf, inkOn } from "./accent.ts";
import { surfaces } from "./page-style.ts";

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test.each(Object.entries(surfaces))("any colour of a broker's can be read, by %s", (_, surface) => {
  fc.assert(
    fc.property(colours, (colour) => {
      const { accent, onAccent } = accentOn(colour, surface);
      expect(contrastOf(accent, surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("a colour that can be read is left as it is", () => {
  expect(accentOn("#14507a", "#ffffff")).toEqual({ accent: "#14507a", onAccent: "#ffffff" });
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21);
});
