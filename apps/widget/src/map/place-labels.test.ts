import fc from "fast-check";
import { expect, test } from "vitest";
import { placeLabels, type Label } from "./place-labels.ts";

const width = 286;
const height = 200;
const spot = fc.tuple(fc.integer({ min: 44, max: width - 44 }), fc.integer({ min: 44, max: height - 44 }));
const code = fc.constantFrom("EGGW", "TEB", "KTEB", "LFMN");

test("however close airports are, no code covers another one or a dot, and none leaves the map", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ text: code, dot: spot }), { minLength: 1, maxLength: 9 }), (named) => {
      const labels = placeLabels(named, { width, height, lines: [] });
      const boxes = labels.map(boxOf);
      for (const [index, [left, top, right, bottom]] of boxes.entries()) {
        expect(Math.min(left, top, width - right, height - bottom)).toBeGreaterThanOrEqual(0);
        for (const other of boxes.slice(index + 1)) expect(meet([left, top, right, bottom], other)).toBe(false);
        for (const { dot } of named)
          expect(meet([left, top, right, bottom], [dot[0] - 3, dot[1] - 3, dot[0] + 3, dot[1] + 3])).toBe(false);
      }
    }),
  );
});

test("a code stands beside its dot, and off the leg where there is room", () => {
  const dot = [140, 100] as const;
  const [beside] = placeLabels([{ text: "EGGW", dot }], { width, height, lines: [] });
  expect(beside?.at[1]).toBe(100);
  const lines = Array.from({ length: 12 }, (_, step) => [140 + 6 * step, 100] as const);
  const [off] = placeLabels([{ text: "EGGW", dot }], { width, height, lines });
  expect(off?.at[0]).toBeLessThan(140);
});

type Box = readonly [number, number, number, number];

/** What a code takes up in common fonts. */
function boxOf({ text, at: [x, y] }: Label): Box {
  return [x - text.length * 4.4, y - 7, x + text.length * 4.4, y + 7];
}

function meet([left, top, right, bottom]: Box, other: Box): boolean {
  return left < other[2] && right > other[0] && top < other[3] && bottom > other[1];
}
