import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dot, eastOf, greatCircle, middleOf, toVector, type Vector } from "./sphere.ts";

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const position = fc.record({ latitude, longitude });

describe("a great circle", () => {
  test("begins and ends at the airports, wherever they are", () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        const way = greatCircle(from, to);
        expect(apart(way[0], toVector(from))).toBeLessThan(1e-6);
        expect(apart(way.at(-1), toVector(to))).toBeLessThan(1e-6);
      }),
    );
  });

  test("is as long as the shortest way is by the haversine formula, and each of its places is as far from the next", () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        const way = greatCircle(from, to);
        const steps = way.slice(1).map((place, index) => apart(way[index], place));
        expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(haversine(from, to), 6);
        expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(1e-6);
        expect(Math.max(...steps)).toBeLessThan(0.0101);
      }),
    );
  });

  test("stays on the earth, and in one plane with its ends", () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        const [start, end] = [toVector(from), toVector(to)];
        const plane = cross(start, end);
        for (const place of greatCircle(from, to)) {
          expect(Math.hypot(...place)).toBeCloseTo(1, 9);
          if (Math.abs(dot(start, end)) < 0.999) expect(Math.abs(dot(place, plane))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  test("crosses the antimeridian where that is shorter", () => {
    const way = greatCircle({ latitude: 35.55, longitude: 139.78 }, { latitude: 33.94, longitude: -118.41 });
    expect(Math.min(...way.map(([x]) => x))).toBeLessThan(-0.6);
    expect(Math.max(...way.map(([x]) => x))).toBeLessThan(0);
  });

  test("goes over a pole where that is the shortest way", () => {
    const way = greatCircle({ latitude: 60, longitude: 20 }, { latitude: 60, longitude: -160 });
    expect(Math.max(...way.map(([, , z]) => z))).toBeCloseTo(1, 4);
  });

  test("to the place itself is that place, and to the other side of the earth one of the ways there", () => {
    const here = { latitude: 10, longitude: 20 };
    expect(greatCircle(here, here)).toHaveLength(2);
    const way = greatCircle(here, { latitude: -10, longitude: -160 });
    expect(apart(way[0], way.at(-1))).toBeCloseTo(Math.PI, 6);
  });
});

test("the middle of places is as near to one as to the other; of such as keep the balance it is the first", () => {
  const [a, b] = [toVector({ latitude: 40, longitude: 170 }), toVector({ latitude: 40, longitude: -170 })];
  const middle = middleOf([a, b]);
  expect(apart(middle, a)).toBeCloseTo(apart(middle, b), 9);
  expect(middle[0]).toBeLessThan(0);
  expect(middleOf([a, [-a[0], -a[1], -a[2]]])).toBe(a);
});

test("east is level and square to the place, at the poles as well", () => {
  fc.assert(
    fc.property(fc.oneof(position, fc.constant({ latitude: 90, longitude: 0 })), (at) => {
      const place = toVector(at);
      const east = eastOf(place);
      expect(dot(east, place)).toBeCloseTo(0, 9);
      expect(Math.hypot(...east)).toBeCloseTo(1, 9);
      expect(east[2]).toBe(0);
    }),
  );
});

interface At {
  latitude: number;
  longitude: number;
}

/** Radians, by a formula that the code does not use. */
function haversine(from: At, to: At): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const across = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  const chord = half(from.latitude, to.latitude) + across * half(from.longitude, to.longitude);
  return 2 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function apart(a: Vector | undefined, b: Vector | undefined): number {
  if (!a || !b) throw new Error("no place");
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b));
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
