import { expect, test } from "vitest";
import { iconStrokes, initialsOf } from "./icon-strokes.ts";

test.each([
  ["Demo Charter", "DC"],
  ["Äther & Söhne Luftfahrt GmbH", "AS"],
  ["quick", "Q"],
  ["4 Winds", "4W"],
  ["طيران الخليج", ""],
  ["  ", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test.each(["M W", "W Q", "I", "1 1", "طيران", "S B"])(
  "an icon of %j stays inside the circle that every mask leaves",
  (name) => {
    const { strokes, thickness } = iconStrokes(name);
    const farthest = Math.max(...strokes.flat().map(([x, y]) => Math.hypot(x - 0.5, y - 0.5)));
    expect(strokes.length).toBeGreaterThan(0);
    expect(farthest + thickness / 2).toBeLessThanOrEqual(0.4);
  },
);
