import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { legsOf, routes } from "../../test/fixtures/routes.ts";
import { fitRoute, type Chart, type Spot } from "./fit-route.ts";
import { greatCircle, toVector, type Vector } from "./sphere.ts";

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const size = fc.record({ width: fc.integer({ min: 240, max: 1200 }), height: fc.integer({ min: 200, max: 400 }) });

describe("a map that is fitted to its route", () => {
  test("shows all of it, with room for a code on every side", () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 6 }), size, (stops, box) => {
        const route = wayThrough(stops);
        const chart = fitRoute(route, box);
        for (const place of route) {
          const [x, y] = spotOf(chart, place);
          expect(x).toBeGreaterThan(43.9);
          expect(x).toBeLessThan(box.width - 43.9);
          expect(y).toBeGreaterThan(43.9);
          expect(y).toBeLessThan(box.height - 43.9);
        }
      }),
    );
  });

  test("puts every place of the earth somewhere, the same areas at the same size", () => {
    fc.assert(
      fc.property(position, position, position, (from, to, corner) => {
        const { flatten } = fitRoute(greatCircle(from, to), { width: 600, height: 360 });
        const at = flatten(toVector(corner));
        expect(Math.hypot(...at)).toBeLessThan(2.001);
        if (Math.hypot(...at) > 1.9 || Math.abs(corner.latitude) > 89) return;
        const square = squareAt(corner, 0.01).map(toVector);
        expect(areaOf(square.map(flatten)) / areaOnEarth(corner, 0.01)).toBeCloseTo(1, 2);
      }),
    );
  });

  test.each(Object.entries(routes))(
    "has no seam in the route %s: neighbours on the way are neighbours on the map",
    (_, route) => {
      const legs = legsOf(route).map(({ from, to }) =>
        from.position && to.position ? greatCircle(from.position, to.position) : [],
      );
      const chart = fitRoute(legs.flat(), { width: 600, height: 360 });
      const steps = legs.flatMap((way) => way.slice(1).map((place, index) => distance(chart, place, way[index])));
      expect(legs.flat().length).toBeGreaterThan(5);
      expect(Math.max(...steps)).toBeLessThan(20);
    },
  );

  test("has north above and east to the right of a route", () => {
    const here = { latitude: 46, longitude: 6 };
    const chart = fitRoute([toVector(here)], { width: 600, height: 360 });
    const [x, y] = spotOf(chart, toVector(here));
    expect([x, y]).toEqual([300, 180]);
    expect(spotOf(chart, toVector({ ...here, latitude: 47 }))[1]).toBeLessThan(y - 20);
    expect(spotOf(chart, toVector({ ...here, longitude: 7 }))[0]).toBeGreaterThan(x + 20);
  });

  test("comes no nearer on a wide map: there the land would show how few points it has", () => {
    const hop = greatCircle({ latitude: 43.66, longitude: 7.21 }, { latitude: 46.24, longitude: 6.11 });
    const wide = (width: number) => distance(fitRoute(hop, { width, height: 360 }), hop[0] ?? [1, 0, 0], hop.at(-1));
    expect(wide(1200)).toBeCloseTo(wide(600));
  });

  test("shows a short hop in its part of the world, at least a thousand miles of it", () => {
    const hop = greatCircle({ latitude: 43.66, longitude: 7.21 }, { latitude: 46.24, longitude: 6.11 });
    const chart = fitRoute(hop, { width: 600, height: 360 });
    expect(distance(chart, hop[0] ?? [1, 0, 0], hop.at(-1))).toBeLessThan(130);
  });
});

function wayThrough(stops: readonly { latitude: number; longitude: number }[]): Vector[] {
  return stops.slice(1).flatMap((to, index) => greatCircle(stops[index] ?? to, to));
}

function spotOf(chart: Chart, place: Vector): Spot {
  return chart.toPixels(chart.flatten(place));
}

function distance(chart: Chart, a: Vector, b: Vector = a): number {
  const [one, other] = [spotOf(chart, a), spotOf(chart, b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

/** Its corners, clockwise. Degrees. */
function squareAt({ latitude, longitude }: { latitude: number; longitude: number }, side: number) {
  const to = { latitude: latitude + (latitude > 0 ? -side : side), longitude: longitude + side };
  return [{ latitude, longitude }, { latitude, longitude: to.longitude }, to, { latitude: to.latitude, longitude }];
}

function areaOnEarth({ latitude }: { latitude: number }, side: number): number {
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  return Math.abs(sine(latitude) - sine(latitude + (latitude > 0 ? -side : side))) * ((side * Math.PI) / 180);
}

function areaOf(spots: readonly Spot[]): number {
  const sum = spots.reduce((total, [x, y], index) => {
    const [nextX, nextY] = spots[(index + 1) % spots.length] ?? [0, 0];
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum) / 2;
}
