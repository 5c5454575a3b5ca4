import type { Position } from "@liftline/schema";

/** A place on the earth as a direction from its middle: of length 1, the third number points north. */
export type Vector = readonly [number, number, number];

export function toVector({ longitude, latitude }: Position): Vector {
  const x = radians(longitude);
  const y = radians(latitude);
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** The way east from a place; at a pole, one of many. */
export function eastOf([x, y]: Vector): Vector {
  const longitude = Math.atan2(y, x);
  return [-Math.sin(longitude), Math.cos(longitude), 0];
}

/** The middle of places; the first, where they keep the balance around the earth. */
export function middleOf(places: readonly Vector[]): Vector {
  const sum = places.reduce(added, [0, 0, 0]);
  const length = Math.hypot(...sum);
  return length > 1e-6 ? scaled(sum, 1 / length) : (places[0] ?? [1, 0, 0]);
}

/** The shortest way over the earth, as places at even distances of 35 nm at most; both ends are among them. */
export function greatCircle(from: Position, to: Position): Vector[] {
  const start = toVector(from);
  const end = toVector(to);
  const across = added(end, scaled(start, -dot(start, end)));
  const sine = Math.hypot(...across);
  // To the other side of the earth every way is the shortest.
  const ahead = sine > 1e-9 ? scaled(across, 1 / sine) : eastOf(start);
  const angle = Math.atan2(sine, dot(start, end));
  const count = Math.ceil(angle / 0.01) || 1;
  return [...Array(count + 1).keys()].map((index) => {
    const turn = (angle * index) / count;
    return added(scaled(start, Math.cos(turn)), scaled(ahead, Math.sin(turn)));
  });
}

function scaled([x, y, z]: Vector, by: number): Vector {
  return [x * by, y * by, z * by];
}

function added(a: Vector, b: Vector): Vector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
