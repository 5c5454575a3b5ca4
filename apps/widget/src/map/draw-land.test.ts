import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawLand } from "./draw-land.ts";
import { fitRoute, type Spot } from "./fit-route.ts";
import { greatCircle, toVector } from "./sphere.ts";

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Well inside, so that a smoothed coast does not matter. */
const places = {
  land: [
    [48, 20],
    [60, 100],
    [40, -100],
    [-10, -55],
    [0, 25],
    [-25, 135],
    [-82, 60],
    [-82, -150],
    [72, -40],
    [66.5, -178],
    [-44, 170.5],
  ],
  sea: [
    [0, 0],
    [40, -40],
    [0, -150],
    [0, 180],
    [-50, -120],
    [-30, 80],
    [88, 0],
    [42, 50.5],
    [36, 18],
    [43, 34],
  ],
} as const;

describe("the land", () => {
  test("is land and the sea is sea on every map, at its middle, over the poles and the antimeridian", () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        const chart = fitRoute(greatCircle(from, to), { width: 600, height: 360 });
        const rings = ringsOf(drawLand(chart));
        for (const [kind, each] of Object.entries(places))
          for (const [latitude, longitude] of each) {
            const flat = chart.flatten(toVector({ latitude, longitude }));
            // Towards the rim lines of a hundred miles are no longer straight.
            if (Math.hypot(...flat) > 1.7) continue;
            const inside = isInside(rings, chart.toPixels(flat));
            expect(inside, `${latitude} ${longitude} is ${kind}`).toBe(kind === "land");
          }
      }),
      { numRuns: 25 },
    );
  });

  test("is the same text of numbers wherever the map lies", () => {
    fc.assert(
      fc.property(position, (at) => {
        const path = drawLand(fitRoute([toVector(at)], { width: 300, height: 200 }));
        expect(path).toMatch(/^[MLHVz\d e.-]+$/);
      }),
      { numRuns: 25 },
    );
  });
});

function ringsOf(path: string): Spot[][] {
  return path
    .replaceAll("M-1e5-1e5H1e5V1e5H-1e5z", "M-1e5 -1e5L1e5 -1e5L1e5 1e5L-1e5 1e5z")
    .split("z")
    .filter(Boolean)
    .map((ring) =>
      ring
        .slice(1)
        .split("L")
        .map((spot): Spot => {
          const [x = 0, y = 0] = spot.split(" ").map(Number);
          return [x, y];
        }),
    );
}

/** Whether a line from there to the right crosses an odd number of edges. */
function isInside(rings: readonly (readonly Spot[])[], [x, y]: Spot): boolean {
  let inside = false;
  for (const ring of rings)
    ring.forEach(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    });
  return inside;
}
