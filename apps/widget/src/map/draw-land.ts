import type { Chart, Spot } from "./fit-route.ts";
import { land } from "./land.ts";
import { toVector } from "./sphere.ts";
import { unpackRing } from "./unpack-land.ts";

/** Around everything that is shown. */
const frame = "M-1e5-1e5H1e5V1e5H-1e5z";

/** The land as the path of an SVG: what is inside an odd number of its rings (`evenodd`). */
export function drawLand({ flatten, toPixels }: Chart): string {
  return land
    .split(" ")
    .map((word) => {
      const spots = aroundFarSide(unpackRing(word).map((place) => flatten(toVector(place))));
      const ring = `${drawLine(spots.map(toPixels))}z`;
      // Turned inside out, it goes round the far side of the earth: its land is what lies outside.
      return turnOf(spots) < -1 ? ring + frame : ring;
    })
    .join("");
}

/** A line as the path of an SVG; a tenth of a pixel is enough. */
export function drawLine(spots: readonly Spot[]): string {
  return `M${spots.map((spot) => spot.map((value) => Math.round(value * 10) / 10).join(" ")).join("L")}`;
}

/** A line that passes the far side of the earth runs along the rim, not across the map. */
function aroundFarSide(spots: readonly Spot[]): Spot[] {
  return spots.flatMap(([x, y], index) => {
    const [nextX, nextY] = spots[(index + 1) % spots.length] ?? [x, y];
    const far = Math.min(Math.hypot(x, y), Math.hypot(nextX, nextY)) > 1.4;
    if (!far || x * nextX + y * nextY > 0) return [[x, y]];
    const out = 2 / (Math.hypot(x + nextX, y + nextY) || 1);
    return [
      [x, y],
      [(x + nextX) * out, (y + nextY) * out],
    ];
  });
}

/** How far a ring goes round the middle of the map, in radians: clockwise where that lies inside, back round the far side. */
function turnOf(spots: readonly Spot[]): number {
  return spots.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = spots[(index + 1) % spots.length] ?? [x, y];
    return sum + Math.atan2(x * nextY - nextX * y, x * nextX + y * nextY);
  }, 0);
}
