import { dot, eastOf, middleOf, type Vector } from "./sphere.ts";

/** Two numbers: rightwards, downwards. */
export type Spot = readonly [number, number];

/** A map of the part of the earth that a route needs. */
export interface Chart {
  width: number;
  height: number;
  /** Where a place is, in earth radii from the middle: at most two, at the far side of the earth. */
  flatten: (place: Vector) => Spot;
  /** The same in pixels from the corner. */
  toPixels: (flat: Spot) => Spot;
}

/** Pixels around the route, for the airports' codes. */
const MARGIN = 44;
/** What the map shows across at least, in earth radii (800 nm): a short hop is seen in its part of the world. */
const LEAST = 0.3;
/** Pixels an earth radius at most: nearer, the land would show that it is drawn from few points. */
const NEAREST = 2_000;

/**
 * Lambert's azimuthal projection around the middle of the route: areas are true, north is up in the middle, and neither the
 * antimeridian nor a pole is an edge.
 */
export function fitRoute(route: readonly Vector[], { width, height }: { width: number; height: number }): Chart {
  const [mx, my, mz] = middleOf(route);
  const flatten = flattenAround(middleOf([[mx, my, mz * 0.6]]));
  const spots = route.map(flatten);
  const [left, right] = rangeOf(spots.map(([x]) => x));
  const [top, bottom] = rangeOf(spots.map(([, y]) => y));
  const across = (width - 2 * MARGIN) / (right - left);
  const scale = Math.min(across, (height - 2 * MARGIN) / (bottom - top), width / LEAST, NEAREST);
  return {
    width,
    height,
    flatten,
    toPixels: ([x, y]) => [width / 2 + (x - (left + right) / 2) * scale, height / 2 + (y - (top + bottom) / 2) * scale],
  };
}

function flattenAround(middle: Vector): Chart["flatten"] {
  const [x, y, z] = middle;
  const [eastX, eastY] = eastOf(middle);
  const north: Vector = [-z * eastY, z * eastX, x * eastY - y * eastX];
  return (place) => {
    const near = 1 + dot(place, middle);
    // The very other side of the earth is all of the rim.
    if (near < 1e-12) return [2, 0];
    const stretch = Math.sqrt(2 / near);
    return [dot(place, [eastX, eastY, 0]) * stretch, -dot(place, north) * stretch];
  };
}

function rangeOf(numbers: readonly number[]): [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}
