import { packing } from "../src/map/unpack-land.ts";

/** What a TopoJSON file says of land, as far as it is read here. */
export interface Topology {
  transform: { scale: readonly number[]; translate: readonly number[] };
  /** Lines of whole numbers, each point the step from the one before. */
  arcs: readonly (readonly (readonly number[])[])[];
  /** Of each ring the numbers of its lines; those below zero run backwards. */
  objects: { land: { geometries: readonly { arcs: readonly (readonly (readonly number[])[])[] }[] } };
}

/** Degrees. */
type Point = readonly [longitude: number, latitude: number];

/** In square earth radii: a bend of less is smoothed away (800 km²), an island of less left out (2400 km²). */
const detail = { bend: 2e-5, island: 6e-5 };

/** The coasts of the world as one text, for a map that has to be small: see `unpack-land.ts`. */
export function packLand(topology: Topology): string {
  return ringsOf(topology)
    .map(withoutBends)
    .filter((ring) => areaOf(ring) > detail.island)
    .map(packRing)
    .join(" ");
}

/** All of them clockwise, inland seas as well: land is what lies inside an odd number of rings. */
function ringsOf({ transform, arcs, objects }: Topology): Point[][] {
  const [scaleX = 1, scaleY = 1] = transform.scale;
  const [startX = 0, startY = 0] = transform.translate;
  const lines = arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]): Point => [(x += dx) * scaleX + startX, (y += dy) * scaleY + startY]);
  });
  const lineOf = (arc: number) => (arc < 0 ? lines[~arc]?.toReversed() : lines[arc]) ?? [];
  return (
    objects.land.geometries
      .flatMap((polygons) => polygons.arcs)
      .flatMap((polygon) =>
        polygon.map((ring, index) => {
          const points = ring.flatMap((arc) => lineOf(arc).slice(1));
          return index > 0 ? points.toReversed() : points;
        }),
      )
      // What is left at the pole of the lower edge of a flat map is no coast.
      .filter((ring) => ring.some(([, latitude]) => latitude > -85))
  );
}

/** Takes out, one after the other, the point whose triangle with its neighbours is smallest (after Visvalingam). */
function withoutBends(ring: readonly Point[]): Point[] {
  const left = [...ring];
  const places = ring.map(onSphere);
  const sizes = ring.map(() => 0);
  const measure = (index: number) => {
    const [before, here, after] = [-1, 0, 1].map((step) => places.at((index + step) % places.length));
    if (before && here && after)
      sizes[index < 0 ? sizes.length - 1 : index % sizes.length] = triangle(before, here, after);
  };
  for (const index of ring.keys()) measure(index);
  while (left.length > 3) {
    const least = leastOf(sizes);
    if ((sizes[least] ?? 0) > detail.bend) break;
    for (const list of [left, places, sizes]) list.splice(least, 1);
    measure(least - 1);
    measure(least);
  }
  return left;
}

/** Where the smallest number stands. A plain loop: it runs through ten thousand of them ten thousand times. */
function leastOf(numbers: readonly number[]): number {
  let found = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0;
    if (number >= least) continue;
    found = index;
    least = number;
  }
  return found;
}

type Vector = readonly [number, number, number];

function onSphere([longitude, latitude]: Point): Vector {
  const [x, y] = [radians(longitude), radians(latitude)];
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}

function triangle(a: Vector, b: Vector, c: Vector): number {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
}

/** As if the earth were flat around it: for a continent nothing like the truth, but large. */
function areaOf(ring: readonly Point[]): number {
  const shrink = Math.cos(radians(ring[0]?.[1] ?? 0));
  const sum = ring.reduce((total, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0];
    return total + radians(x) * radians(nextY) - radians(nextX) * radians(y);
  }, 0);
  return (Math.abs(sum) * shrink) / 2;
}

function packRing(ring: readonly Point[]): string {
  const { steps, base, furthest } = packing;
  const points = ring.map(([x, y]) => [Math.round(x * steps), Math.round(y * steps)] as const);
  let [atX, atY] = points[0] ?? [0, 0];
  let word = [atX + 180 * steps, atY + 90 * steps]
    .flatMap((value) => [Math.floor(value / base) - furthest, (value % base) - furthest])
    .map(letterFor)
    .join("");
  for (const [x, y] of points) {
    // The short way round the earth.
    const dx = ((x - atX + 540 * steps) % (360 * steps)) - 180 * steps;
    const dy = y - atY;
    const parts = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / furthest);
    for (let part = 1; part <= parts; part++) {
      const step = (whole: number) => Math.round((whole * part) / parts) - Math.round((whole * (part - 1)) / parts);
      word += letterFor(step(dx)) + letterFor(step(dy));
    }
    [atX, atY] = [x, y];
  }
  return word;
}

/** From `#` to `[`: nothing that a script would have to escape. */
function letterFor(step: number): string {
  if (Math.abs(step) > packing.furthest) throw new Error(`${step} is too far for a letter.`);
  return String.fromCharCode(step + packing.zero);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
