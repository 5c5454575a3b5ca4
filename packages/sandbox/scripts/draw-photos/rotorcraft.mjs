import { skinWheel } from "./engines.mjs";
import { Material } from "./materials.mjs";
import { bar, createMesh, loft, pillow } from "./mesh.mjs";
import { rotorcraftMeasures } from "./rotorcraft-measures.mjs";
import { skinSurface } from "./surfaces.mjs";
import { curve } from "./vector.mjs";

/** A helicopter on the ground, its rotor at rest. */
export function buildRotorcraft(type) {
  const b = rotorcraftMeasures[type.slug];
  const mesh = createMesh();
  const clearance = b.legs === "skids" ? 0.62 : 0.6;
  const middle = clearance + b.height / 2;
  const front = type.lengthM / 2;
  const shape = shapePod(b, type.lengthM);
  skinPod(mesh, shape, { middle, front });
  addEngineDeck(mesh, { b, type, front, middle });
  addRotor(mesh, { b, front, middle });
  addTail(mesh, { b, type, front, middle, shape });
  if (b.legs === "skids") addSkids(mesh, { b, front, clearance });
  else addWheels(mesh, { b, front, clearance });
  const decals = { helicopter: true, glaze: b.glaze * b.body, panes: b.panes, half: b.height / 2, width: b.width };
  return { mesh, decals, front, middle, shape, length: type.lengthM * 0.75, azimuth: 0.78, rise: 0.085 };
}

/** Pod and boom in one skin: wide and glazed in front, drawn out to the tail. */
function shapePod(b, length) {
  const r = b.height / 2;
  const w = b.width / 2;
  const body = b.body;
  const end = length * 0.97;
  const boom = b.boom / 2;
  const round = b.nose;
  const points = [
    [0, -0.42, -0.42, 0],
    [0.012, -0.3, -0.55, 0.14],
    [0.05, -0.08, -0.7, 0.36 * (0.6 + 0.4 * round)],
    [0.13, 0.14 + 0.12 * round, -0.86, 0.64 * (0.75 + 0.25 * round)],
    [0.24, 0.46 + 0.18 * round, -0.95, 0.85],
    [0.36, 0.86, -1, 0.96],
    [0.48, 0.99, -1, 1],
    [0.72, 1, -0.96, 0.98],
    [0.86, 0.96, -0.72, 0.84],
  ].map(([t, top, bottom, wide]) => [t * body, top * r, bottom * r, wide * w]);
  points.push([body * 1.02, r * 0.88, r * 0.8 - boom * 2.4, Math.max(boom * 1.25, w * 0.5)]);
  points.push([body * 1.22, r * 0.82, r * 0.82 - boom * 2, boom * 1.0]);
  points.push([end * 0.97, r * 0.86, r * 0.86 - boom * 1.15, boom * 0.5]);
  points.push([end, r * 0.84, r * 0.84 - boom * 0.9, boom * 0.3]);
  const pick = (k) => curve(points.map((p) => [p[0], p[k]]));
  return {
    length: end,
    noseLength: body * 0.4,
    tailLength: end - body,
    half: r,
    top: pick(1),
    bottom: pick(2),
    width: pick(3),
  };
}

function skinPod(mesh, shape, { middle, front }) {
  const rings = Array.from({ length: 190 }, (_, i) => {
    const t = i / 189;
    const station = shape.length * (0.35 * t + 0.65 * (1 - Math.cos((Math.PI * t) / 2)));
    const [top, bottom, wide] = [shape.top(station), shape.bottom(station), Math.max(0.004, shape.width(station))];
    const square = 2 / 2.45;
    const power = (v) => Math.sign(v) * Math.abs(v) ** square;
    return Array.from({ length: 64 }, (_unused, j) => {
      const angle = (j / 64) * Math.PI * 2;
      return [
        front - station,
        middle + (top + bottom) / 2 + (power(Math.sin(angle)) * Math.max(0.006, top - bottom)) / 2,
        power(Math.cos(angle)) * wide,
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

function addEngineDeck(mesh, { b, type, front, middle }) {
  const top = middle + b.height / 2;
  const x = front - b.body * 0.68;
  pillow(mesh, {
    centre: [x, top + 0.06, 0],
    size: [b.body * 0.62, 0.78, b.width * 0.66],
    roundness: 2.7,
    material: Material.nacelle,
  });
  pillow(mesh, {
    centre: [front - b.body * 0.53, top + 0.28, 0],
    size: [b.body * 0.26, 0.5, b.width * 0.36],
    roundness: 2.6,
    material: Material.nacelle,
  });
  for (const side of type.engines > 1 ? [-1, 1] : [0]) {
    const z = side * b.width * 0.24;
    bar(mesh, {
      from: [x - b.body * 0.2, top + 0.2, z],
      to: [x - b.body * 0.34, top + 0.26, z * 1.5],
      radius: 0.16,
      material: Material.metal,
    });
    pillow(mesh, {
      centre: [x + b.body * 0.2, top + 0.16, side ? side * b.width * 0.2 : 0],
      size: [0.24, 0.22, b.width * (side ? 0.17 : 0.3)],
      roundness: 3,
      material: Material.dark,
    });
  }
}

function addRotor(mesh, { b, front, middle }) {
  const hub = [front - b.body * 0.55, middle + b.height / 2 + b.mast + 0.12, 0];
  bar(mesh, { from: [hub[0], hub[1] - b.mast, 0], to: hub, radius: 0.085, material: Material.strut });
  pillow(mesh, { centre: hub, size: [0.36, 0.2, 0.36], roundness: 2.4, material: Material.strut });
  for (let i = 0; i < b.blades; i++) {
    const angle = 0.5 + (i / b.blades) * Math.PI * 2;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const chord = b.blades === 2 ? 0.28 : 0.42;
    const rings = Array.from({ length: 22 }, (_, k) => {
      const t = k / 21;
      const d = 0.3 + (b.rotor / 2 - 0.3) * t;
      const droop = -0.055 * b.rotor * 0.55 * t * t;
      const wide = t < 0.1 ? 0.09 : t > 0.96 ? chord * 0.7 : chord;
      return Array.from({ length: 12 }, (_unused, j) => {
        const a = (j / 12) * Math.PI * 2;
        const p = Math.cos(a) * wide * 0.5;
        return [hub[0] + c * d - s * p, hub[1] + droop + Math.sin(a) * 0.03, s * d + c * p];
      });
    });
    loft(mesh, rings, { material: Material.rotor, capEnd: true });
  }
}

function addTail(mesh, { b, type, front, middle, shape }) {
  const at = shape.length * 0.93;
  const height = middle + shape.top(at);
  const fin = (rise, lean, chord) =>
    skinSurface(
      mesh,
      [0, 0.25, 0.5, 0.75, 0.95, 1].map((t) => ({
        edge: [front - at - t * rise * lean, height - 0.2 + t * rise, 0],
        chord: chord * (1 - 0.42 * t),
        thickness: 0.12,
      })),
      Material.fin,
    );
  fin(b.height * 0.85, 0.75, type.lengthM * 0.088);
  for (const side of [-1, 1]) {
    const plane = [0, 0.5, 1].map((t) => ({
      edge: [front - at + 0.75, height - 0.2, side * (0.1 + t * 1.05)],
      chord: 0.5 - 0.1 * t,
      thickness: 0.1,
    }));
    skinSurface(mesh, plane, Material.fin);
    if (b.legs === "skids" && type.slug !== "robinson-r44") {
      skinSurface(
        mesh,
        [0, 0.5, 1].map((t) => ({
          edge: [front - at + 0.8 - t * 0.2, height - 0.5 + t * 0.75, side * 1.15],
          chord: 0.5 - 0.1 * t,
          thickness: 0.08,
        })),
        Material.fin,
      );
    }
  }
  const hub = [front - at - type.lengthM * 0.045, height + b.height * (b.tail === "fan" ? 0.02 : 0.34), 0.16];
  if (b.tail === "fan") {
    for (const z of [-0.17, 0.17])
      bar(mesh, {
        from: [hub[0], hub[1], 0],
        to: [hub[0], hub[1], z],
        radius: 0.52,
        material: Material.dark,
        sides: 36,
      });
    const ring = Array.from({ length: 13 }, (_, i) => (i / 12) * Math.PI * 2).map((a) =>
      Array.from({ length: 36 }, (_, j) => {
        const angle = (j / 36) * Math.PI * 2;
        const r = 0.66 + Math.cos(a) * 0.12;
        return [hub[0] + Math.cos(angle) * r, hub[1] + Math.sin(angle) * r, Math.sin(a) * 0.21];
      }),
    );
    loft(mesh, ring.toReversed(), { material: Material.fin, at: () => [0.5, 0.1] });
    return;
  }
  for (let i = 0; i < (b.blades > 2 ? 4 : 2); i++) {
    const angle = 0.6 + (i / (b.blades > 2 ? 4 : 2)) * Math.PI * 2;
    bar(mesh, {
      from: hub,
      to: [
        hub[0] + Math.cos(angle) * type.lengthM * 0.082,
        hub[1] + Math.sin(angle) * type.lengthM * 0.082,
        hub[2] + 0.12,
      ],
      radius: 0.055,
      material: Material.rotor,
    });
  }
}

function addSkids(mesh, { b, front, clearance }) {
  for (const side of [-1, 1]) {
    const z = side * (b.width * 0.62);
    bar(mesh, {
      from: [front - b.body * 0.22, 0.06, z],
      to: [front - b.body * 0.92, 0.06, z],
      radius: 0.055,
      material: Material.strut,
    });
    bar(mesh, {
      from: [front - b.body * 0.22, 0.06, z],
      to: [front - b.body * 0.13, 0.24, z],
      radius: 0.055,
      material: Material.strut,
    });
    for (const t of [0.34, 0.74])
      bar(mesh, {
        from: [front - b.body * t, 0.06, z],
        to: [front - b.body * t, clearance + 0.08, side * b.width * 0.3],
        radius: 0.05,
        material: Material.strut,
      });
  }
}

function addWheels(mesh, { b, front, clearance }) {
  const r = 0.27;
  skinWheel(mesh, { at: [front - b.body * 0.2, r * 0.85, 0.13], radius: r * 0.85, width: 0.16 });
  skinWheel(mesh, { at: [front - b.body * 0.2, r * 0.85, -0.13], radius: r * 0.85, width: 0.16 });
  bar(mesh, {
    from: [front - b.body * 0.2, r, 0],
    to: [front - b.body * 0.2, clearance + 0.25, 0],
    radius: 0.07,
    material: Material.strut,
  });
  for (const side of [-1, 1]) {
    const z = side * b.width * 0.62;
    pillow(mesh, {
      centre: [front - b.body * 0.72, clearance + 0.28, side * b.width * 0.47],
      size: [b.body * 0.24, 0.5, 0.5],
      roundness: 2.6,
      material: Material.nacelle,
    });
    skinWheel(mesh, { at: [front - b.body * 0.72, r, z], radius: r, width: 0.22 });
    bar(mesh, {
      from: [front - b.body * 0.72, r, z],
      to: [front - b.body * 0.7, clearance + 0.3, side * b.width * 0.45],
      radius: 0.08,
      material: Material.strut,
    });
  }
}
