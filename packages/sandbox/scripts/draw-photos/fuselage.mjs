import { Material } from "./materials.mjs";
import { loft } from "./mesh.mjs";
import { curve, step } from "./vector.mjs";

/**
 * Noses and tails as `[station, top, bottom, width]`, in half heights of the cabin; the station runs from 0 at the tip
 * to 1 where the cabin begins (or ends).
 */
const noses = {
  jet: [
    [0, -0.3, -0.3, 0],
    [0.008, -0.22, -0.38, 0.09],
    [0.03, -0.14, -0.46, 0.19],
    [0.1, 0, -0.6, 0.36],
    [0.22, 0.13, -0.74, 0.55],
    [0.36, 0.25, -0.85, 0.7],
    [0.46, 0.36, -0.91, 0.79],
    [0.6, 0.66, -0.96, 0.89],
    [0.72, 0.87, -0.985, 0.95],
    [0.86, 0.975, -1, 0.985],
    [1, 1, -1, 1],
  ],
  airliner: [
    [0, -0.28, -0.28, 0],
    [0.012, -0.16, -0.4, 0.13],
    [0.05, -0.02, -0.55, 0.28],
    [0.14, 0.16, -0.72, 0.48],
    [0.26, 0.34, -0.84, 0.65],
    [0.36, 0.5, -0.91, 0.75],
    [0.5, 0.77, -0.96, 0.86],
    [0.64, 0.91, -0.985, 0.93],
    [0.82, 0.98, -1, 0.98],
    [1, 1, -1, 1],
  ],
  cowl: [
    [0, 0.16, -0.42, 0.22],
    [0.04, 0.22, -0.58, 0.32],
    [0.2, 0.3, -0.76, 0.42],
    [0.42, 0.36, -0.88, 0.54],
    [0.55, 0.42, -0.93, 0.66],
    [0.68, 0.7, -0.96, 0.8],
    [0.82, 0.93, -0.99, 0.93],
    [1, 1, -1, 1],
  ],
  snub: [
    [0, -0.32, -0.32, 0],
    [0.02, -0.2, -0.46, 0.16],
    [0.1, 0, -0.66, 0.4],
    [0.28, 0.2, -0.85, 0.66],
    [0.46, 0.4, -0.94, 0.82],
    [0.64, 0.78, -0.98, 0.93],
    [0.82, 0.95, -1, 0.985],
    [1, 1, -1, 1],
  ],
};
const tails = {
  jet: [
    [0, 1, -1, 1],
    [0.2, 1, -0.88, 0.97],
    [0.4, 0.97, -0.64, 0.86],
    [0.6, 0.91, -0.33, 0.66],
    [0.8, 0.82, 0, 0.42],
    [0.95, 0.7, 0.26, 0.22],
    [1, 0.56, 0.4, 0.08],
  ],
  airliner: [
    [0, 1, -1, 1],
    [0.2, 1, -0.9, 0.97],
    [0.4, 0.99, -0.66, 0.87],
    [0.6, 0.96, -0.34, 0.68],
    [0.8, 0.88, 0.04, 0.43],
    [0.95, 0.76, 0.34, 0.2],
    [1, 0.64, 0.46, 0.1],
  ],
  slim: [
    [0, 1, -1, 1],
    [0.15, 0.94, -0.94, 0.94],
    [0.35, 0.76, -0.72, 0.74],
    [0.6, 0.54, -0.38, 0.46],
    [0.85, 0.38, -0.06, 0.22],
    [1, 0.3, 0.1, 0.08],
  ],
};

/**
 * The shape of a fuselage: for each station (metres from the nose) its top, bottom and half width in metres, the first
 * two from the middle of the cabin.
 */
export function shapeFuselage({ nose, tail, noseLength, tailLength, length, height, width }) {
  const [r, w] = [height / 2, width / 2];
  const stations = [
    ...noses[nose].map(([t, top, bottom, wide]) => [t * noseLength, top * r, bottom * r, wide * w]),
    ...tails[tail].map(([t, top, bottom, wide]) => [
      length - tailLength + t * tailLength,
      top * r,
      bottom * r,
      wide * w,
    ]),
  ];
  return {
    length,
    noseLength,
    tailLength,
    half: r,
    top: curve(stations.map((s) => [s[0], s[1]])),
    bottom: curve(stations.map((s) => [s[0], s[2]])),
    width: curve(stations.map((s) => [s[0], s[3]])),
  };
}

/** The skin. Texture coordinates are the station and the height above the cabin's middle, both in metres. */
export function skinFuselage(mesh, shape, { middle, front, material = Material.fuselage, rows = 170 }) {
  const rings = [];
  for (let i = 0; i <= rows; i++) {
    // Rows lie closer together at both ends, where the skin curves most.
    const t = i / rows;
    const station = shape.length * (0.45 * t + 0.55 * (0.5 - 0.5 * Math.cos(Math.PI * t)));
    rings.push(ringAt(shape, station, front - station, middle));
  }
  loft(mesh, rings, {
    material,
    at: (_i, _j, point) => [front - point[0], point[1] - middle],
    capStart: true,
    capEnd: Material.dark,
  });
}

function ringAt(shape, station, x, middle) {
  const [top, bottom, wide] = [shape.top(station), shape.bottom(station), Math.max(0.004, shape.width(station))];
  const waist = (top + bottom) / 2;
  return Array.from({ length: 72 }, (_, j) => {
    const angle = (j / 72) * Math.PI * 2;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const high = Math.max(0.003, (top - bottom) / 2);
    return [x, middle + waist + s * high, c * wide];
  });
}

/** A fairing where the wing meets the belly. */
export function skinBelly(mesh, { from, to, depth, width, middle, front, half }) {
  const rings = Array.from({ length: 40 }, (_, i) => {
    const t = i / 39;
    const swell = Math.max(0.02, step(0, 0.3, t) * step(0, 0.34, 1 - t));
    const x = front - (from + (to - from) * t);
    return Array.from({ length: 40 }, (_unused, j) => {
      const angle = (j / 40) * Math.PI * 2;
      const base = middle - half * 0.55;
      return [
        x,
        base + Math.sin(angle) * (half * 0.45 + depth) * swell,
        Math.cos(angle) * (width / 2) * (0.6 + 0.4 * swell) * swell,
      ];
    });
  });
  loft(mesh, rings, {
    material: Material.fuselage,
    at: (_i, _j, p) => [front - p[0], p[1] - middle],
    capStart: true,
    capEnd: true,
  });
}
