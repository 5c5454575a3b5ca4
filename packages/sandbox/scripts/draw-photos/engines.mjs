import { Material } from "./materials.mjs";
import { bar, loft, pillow } from "./mesh.mjs";
import { add, scale } from "./vector.mjs";
import { skinSurface } from "./surfaces.mjs";

const circle = (x, middle, radius, { sides = 40, squash = 1 } = {}) =>
  Array.from({ length: sides }, (_, j) => {
    const angle = (j / sides) * Math.PI * 2;
    const drop = Math.sin(angle) < 0 ? squash : 1;
    return [x, middle[1] + Math.sin(angle) * radius * drop, middle[2] + Math.cos(angle) * radius];
  });

/** A turbofan: lip, skin, fan, spinner and nozzle. `at` is the middle of its intake. */
export function skinTurbofan(mesh, { at, length, diameter, squash = 1, material = Material.nacelle }) {
  const r = diameter / 2;
  const ring = (t, radius) => circle(at[0] - t * length, at, radius * r, { squash: 1 + (squash - 1) * (1 - t) });
  loft(
    mesh,
    [
      [0.05, 0.74],
      [0.015, 0.77],
      [0, 0.82],
      [0.006, 0.87],
      [0.03, 0.92],
    ].map(([t, k]) => ring(t, k)),
    { material: Material.metal },
  );
  loft(
    mesh,
    [
      [0.03, 0.92],
      [0.09, 0.965],
      [0.2, 1],
      [0.4, 1],
      [0.6, 0.95],
      [0.8, 0.81],
      [0.93, 0.68],
      [1, 0.61],
    ].map(([t, k]) => ring(t, k)),
    {
      material,
      at: (i) => [i / 7, 0],
    },
  );
  loft(
    mesh,
    [
      [1, 0.61],
      [0.985, 0.56],
      [0.86, 0.5],
    ].map(([t, k]) => ring(t, k)),
    { material: Material.dark, capEnd: true },
  );
  loft(
    mesh,
    [
      [0.05, 0.74],
      [0.13, 0.72],
    ].map(([t, k]) => ring(t, k)),
    { material: Material.dark, capEnd: Material.dark },
  );
  bar(mesh, {
    from: [at[0] - 0.13 * length, at[1], at[2]],
    to: [at[0] - 0.07 * length, at[1], at[2]],
    radius: 0.22 * r,
    endRadius: 0.02 * r,
    material: Material.metal,
  });
  loft(
    mesh,
    [
      [0.86, 0.4],
      [1.02, 0.3],
      [1.12, 0.06],
    ].map(([t, k]) => ring(t, k)),
    { material: Material.metal, capEnd: true },
  );
}

/** The arm between an engine and what carries it. */
export function skinPylon(mesh, { from, to, chord, thickness = 0.16 }) {
  const path = [0, 0.5, 1].map((t) => ({
    edge: [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t],
    chord,
    thickness,
  }));
  skinSurface(mesh, path, Material.nacelle);
}

/** A turboprop's nacelle with its propeller. `at` is the middle of the propeller; `forward` -1 makes it a pusher. */
export function skinTurboprop(mesh, { at, length, diameter, propeller, blades, turn, forward = 1, slim = 1 }) {
  const r = diameter / 2;
  const ring = (t, k) => circle(at[0] - forward * t * length, at, k * r * slim, { squash: 1.25, sides: 32 });
  const rings = [
    [0.05, 0.5],
    [0.075, 0.66],
    [0.15, 0.84],
    [0.3, 1],
    [0.5, 1],
    [0.7, 0.86],
    [0.88, 0.5],
    [1, 0.1],
  ].map(([t, k]) => ring(t, k));
  loft(mesh, forward > 0 ? rings : rings.toReversed(), {
    material: Material.nacelle,
    capStart: Material.dark,
    capEnd: true,
    at: (i) => [i / 7, 0],
  });
  pillow(mesh, {
    centre: [at[0] - forward * 0.14 * length, at[1] - r * 0.78, at[2]],
    size: [0.13 * length, 0.3 * r, 0.8 * r],
    roundness: 3,
    material: Material.nacelle,
  });
  pillow(mesh, {
    centre: [at[0] - forward * 0.085 * length, at[1] - r * 0.78, at[2]],
    size: [0.03 * length, 0.2 * r, 0.62 * r],
    roundness: 3,
    material: Material.dark,
  });
  for (const side of [-1, 1]) {
    bar(mesh, {
      from: [at[0] - forward * 0.3 * length, at[1] + 0.1 * r, at[2] + side * 0.86 * r],
      to: [at[0] - forward * 0.44 * length, at[1] + 0.05 * r, at[2] + side * 1.16 * r],
      radius: 0.15 * r,
      material: Material.metal,
    });
  }
  skinPropeller(mesh, { at, diameter: propeller, blades, turn, hub: 0.5 * r, forward });
}

/** A propeller at rest. */
export function skinPropeller(mesh, { at, diameter, blades, turn = 0.3, hub, forward = 1 }) {
  const cone = [
    [0, 1],
    [0.35, 0.93],
    [0.7, 0.72],
    [0.92, 0.4],
    [1, 0.08],
  ].map(([t, k]) => circle(at[0] + forward * (t * hub * 1.7 - hub * 0.5), at, k * hub, { sides: 24 }));
  loft(mesh, forward > 0 ? cone.toReversed() : cone, { material: Material.metal, capEnd: true });
  for (let b = 0; b < blades; b++) {
    const angle = turn + (b / blades) * Math.PI * 2;
    skinBlade(mesh, { at, angle, from: hub * 0.6, to: diameter / 2, chord: diameter * 0.075 });
  }
}

function skinBlade(mesh, { at, angle, from, to, chord }) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const rings = Array.from({ length: 14 }, (_, i) => {
    const t = i / 13;
    const d = from + (to - from) * t;
    const wide = chord * (0.45 + 0.62 * Math.sin(Math.min(1, t * 1.12) * Math.PI * 0.72)) * (t > 0.93 ? 0.7 : 1);
    const twist = 0.95 - 0.62 * t;
    return Array.from({ length: 12 }, (_unused, j) => {
      const a = (j / 12) * Math.PI * 2;
      const [p, q] = [Math.cos(a) * wide * 0.5, Math.sin(a) * wide * 0.09];
      const across = p * Math.cos(twist) - q * Math.sin(twist);
      const along = p * Math.sin(twist) + q * Math.cos(twist);
      return add([at[0] + along, at[1] + s * d, at[2] + c * d], scale([0, c, -s], across));
    });
  });
  loft(mesh, rings, { material: Material.blade, capEnd: true, at: (i) => [i / 13, 0] });
}

/** A wheel with its axle across. */
export function skinWheel(mesh, { at, radius, width }) {
  const rings = [
    [-0.5, 0.62],
    [-0.48, 0.84],
    [-0.3, 0.97],
    [0, 1],
    [0.3, 0.97],
    [0.48, 0.84],
    [0.5, 0.62],
  ].map(([z, k]) =>
    Array.from({ length: 30 }, (_, j) => {
      const angle = (j / 30) * Math.PI * 2;
      return [at[0] + Math.cos(angle) * radius * k, at[1] + Math.sin(angle) * radius * k, at[2] + z * width];
    }),
  );
  loft(mesh, rings, { material: Material.tyre });
  for (const side of [-1, 1]) {
    bar(mesh, {
      from: at,
      to: [at[0], at[1], at[2] + side * width * 0.47],
      radius: radius * 0.62,
      endRadius: radius * 0.52,
      material: Material.strut,
      sides: 24,
    });
  }
}

/** A leg with one or two wheels (or two pairs in line). */
export function skinGear(mesh, { at, top, radius, twin, bogie = false, width = radius * 0.55 }) {
  bar(mesh, { from: top, to: [at[0], radius, at[2]], radius: radius * 0.26, material: Material.strut });
  bar(mesh, {
    from: [top[0] + radius * 1.6, top[1], top[2]],
    to: [at[0], radius * 1.4, at[2]],
    radius: radius * 0.09,
    material: Material.strut,
  });
  for (const dx of bogie ? [-1.15 * radius, 1.15 * radius] : [0]) {
    for (const dz of twin ? [-0.75 * width, 0.75 * width] : [0]) {
      skinWheel(mesh, { at: [at[0] + dx, radius, at[2] + dz], radius, width });
    }
  }
}
