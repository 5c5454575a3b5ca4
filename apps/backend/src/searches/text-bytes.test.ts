import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createTextBytes } from "./text-bytes.ts";

test("what was written piece by piece reads as one text, however much was expected", () => {
  const pieces = fc.array(fc.string({ unit: "grapheme", maxLength: 200 }));
  fc.assert(
    fc.property(pieces, fc.nat(4000), (texts, expected) => {
      const written = createTextBytes(expected);
      for (const text of texts) written.write(text);
      expect(new TextDecoder().decode(written.bytes())).toBe(texts.join(""));
    }),
  );
});
