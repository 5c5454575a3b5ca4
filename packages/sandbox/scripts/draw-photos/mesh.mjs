import { add, cross, length, normalise, scale, subtract } from "./vector.mjs";

/** Triangles to be drawn: positions, smooth normals, two texture coordinates and a material for each vertex. */
export function createMesh() {
  return { positions: [], normals: [], coordinates: [], materials: [], triangles: [] };
}

/**
 * A skin over `rings` (each the same number of points). `at(ring, point)` gives the texture coordinates.
 * Closed rings meet themselves; `capStart` and `capEnd` close the ends with a flat lid.
 */
export function loft(mesh, rings, { material, at, closed = true, capStart = false, capEnd = false }) {
  const [rows, columns] = [rings.length, rings[0].length];
  const base = mesh.materials.length;
  const point = (i, j) =>
    rings[Math.min(rows - 1, Math.max(0, i))][closed ? (j + columns) % columns : Math.min(columns - 1, Math.max(0, j))];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let normal = cross(subtract(point(i, j + 1), point(i, j - 1)), subtract(point(i + 1, j), point(i - 1, j)));
      if (length(normal) < 1e-9) normal = subtract(point(i, j), centre(rings[i === 0 ? Math.min(rows - 1, 1) : i - 1]));
      if (length(normal) < 1e-9) normal = i === 0 ? subtract(point(0, 0), centre(rings[1])) : [0, 1, 0];
      push(mesh, rings[i][j], normalise(normal), at ? at(i, j, rings[i][j]) : [i / (rows - 1), j / columns], material);
    }
  }
  for (let i = 0; i < rows - 1; i++) {
    for (let j = 0; j < (closed ? columns : columns - 1); j++) {
      const next = (j + 1) % columns;
      const [a, b, c, d] = [
        base + i * columns + j,
        base + i * columns + next,
        base + (i + 1) * columns + j,
        base + (i + 1) * columns + next,
      ];
      mesh.triangles.push(a, b, c, b, d, c);
    }
  }
  if (capStart) lid(mesh, rings[0], rings[1], typeof capStart === "number" ? capStart : material);
  if (capEnd) lid(mesh, rings[rows - 1], rings[rows - 2], typeof capEnd === "number" ? capEnd : material);
}

function lid(mesh, ring, inner, material) {
  const middle = centre(ring);
  const normal = normalise(subtract(middle, centre(inner)));
  const base = mesh.materials.length;
  push(mesh, middle, normal, [0, 0], material);
  ring.forEach((point, j) => push(mesh, point, normal, [1, j / ring.length], material));
  ring.forEach((_, j) => mesh.triangles.push(base, base + 1 + j, base + 1 + ((j + 1) % ring.length)));
}

/** A flat patch of four corners in order. */
export function quad(mesh, corners, material) {
  const normal = normalise(cross(subtract(corners[1], corners[0]), subtract(corners[3], corners[0])));
  const base = mesh.materials.length;
  const coordinates = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  corners.forEach((corner, i) => push(mesh, corner, normal, coordinates[i], material));
  mesh.triangles.push(base, base + 1, base + 2, base, base + 2, base + 3);
}

/** A round bar from `a` to `b`. */
export function bar(mesh, { from, to, radius, endRadius = radius, material, sides = 14 }) {
  const axis = normalise(subtract(to, from));
  const side = normalise(cross(axis, Math.abs(axis[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0]));
  const up = cross(side, axis);
  const ring = (middle, r) =>
    Array.from({ length: sides }, (_, j) => {
      const angle = (j / sides) * Math.PI * 2;
      return add(middle, add(scale(side, Math.cos(angle) * r), scale(up, Math.sin(angle) * r)));
    });
  loft(mesh, [ring(from, radius), ring(to, endRadius)], { material, capStart: true, capEnd: true });
}

/**
 * A block with rounded edges (a superellipsoid): `roundness` 2 is an ellipsoid, 8 nearly a box.
 * `bend(point)` may move each point afterwards.
 */
export function pillow(mesh, { centre: middle, size, roundness = 5, material, turn = 0, bend, detail = 26 }) {
  const power = (x) => Math.sign(x) * Math.abs(x) ** (2 / roundness);
  const rings = [];
  for (let i = 0; i <= detail; i++) {
    const v = -Math.PI / 2 + (i / detail) * Math.PI;
    const ring = [];
    for (let j = 0; j < detail * 2; j++) {
      const u = (j / (detail * 2)) * Math.PI * 2;
      let p = [
        (size[0] / 2) * power(Math.cos(v)) * power(Math.cos(u)),
        (size[1] / 2) * power(Math.sin(v)),
        (size[2] / 2) * power(Math.cos(v)) * power(Math.sin(u)),
      ];
      if (bend) p = bend(p);
      p = [p[0] * Math.cos(turn) - p[2] * Math.sin(turn), p[1], p[0] * Math.sin(turn) + p[2] * Math.cos(turn)];
      ring.push(add(p, middle));
    }
    rings.push(ring.toReversed());
  }
  loft(mesh, rings, { material, at: (i, j) => [i / detail, j / (detail * 2)] });
}

/** The same mesh seen in a mirror that lies on the ground. */
export function mirrored(mesh) {
  return { ...mesh, positions: mesh.positions.map(flip), normals: mesh.normals.map(flip) };
}

function flip(value, i) {
  return i % 3 === 1 ? -value : value;
}

export function centre(ring) {
  return scale(ring.reduce(add, [0, 0, 0]), 1 / ring.length);
}

function push(mesh, position, normal, coordinates, material) {
  mesh.positions.push(...position);
  mesh.normals.push(...normal);
  mesh.coordinates.push(...coordinates);
  mesh.materials.push(material);
}
