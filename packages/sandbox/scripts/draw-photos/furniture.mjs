import { Material } from "./materials.mjs";
import { bar, pillow } from "./mesh.mjs";

/** A club chair. `facing` 1 looks along x (its back to the eye), -1 looks at the eye. */
export function addSeat(mesh, { x, z, facing, scale: k = 1, material = Material.leather }) {
  const place = (dx, y, dz = 0) => [x - facing * dx * k, y * k, z + dz * k];
  const size = (a, b, c) => [a * k, b * k, c * k];
  const lean = (amount) => (p) => [p[0] - facing * (p[1] * amount), p[1], p[2]];
  pillow(mesh, {
    centre: place(0, 0.14),
    size: size(0.42, 0.22, 0.4),
    roundness: 6,
    material: Material.trim,
    detail: 14,
  });
  pillow(mesh, { centre: place(0.0, 0.33), size: size(0.58, 0.16, 0.56), roundness: 5, material, detail: 20 });
  pillow(mesh, {
    centre: place(-0.04, 0.43),
    size: size(0.54, 0.13, 0.45),
    roundness: 3.6,
    material,
    detail: 22,
    bend: (p) => [p[0], p[1] - 0.02 * Math.cos(p[2] * 7), p[2]],
  });
  pillow(mesh, {
    centre: place(0.3, 0.72),
    size: size(0.16, 0.74, 0.54),
    roundness: 4.6,
    material,
    detail: 24,
    bend: lean(0.2),
  });
  pillow(mesh, {
    centre: place(0.215, 0.6),
    size: size(0.15, 0.3, 0.42),
    roundness: 3.4,
    material,
    detail: 20,
    bend: lean(0.2),
  });
  pillow(mesh, {
    centre: place(0.262, 0.855),
    size: size(0.14, 0.25, 0.42),
    roundness: 3.4,
    material,
    detail: 20,
    bend: lean(0.2),
  });
  pillow(mesh, {
    centre: place(0.335, 1.09),
    size: size(0.14, 0.2, 0.35),
    roundness: 3.2,
    material,
    detail: 20,
    bend: lean(0.12),
  });
  for (const side of [-1, 1]) {
    pillow(mesh, {
      centre: place(-0.01, 0.47, side * 0.3),
      size: size(0.54, 0.3, 0.095),
      roundness: 5,
      material,
      detail: 16,
    });
    pillow(mesh, {
      centre: place(-0.01, 0.635, side * 0.3),
      size: size(0.5, 0.04, 0.1),
      roundness: 4,
      material: Material.accent,
      detail: 14,
    });
  }
  if (facing < 0)
    pillow(mesh, {
      centre: place(0.2, 0.65),
      size: size(0.11, 0.2, 0.32),
      roundness: 2.8,
      material: Material.linen,
      detail: 18,
      bend: lean(0.25),
    });
}

/** A table of veneer that folds out of the wall; `set` puts something on it. */
export function addTable(mesh, { x, z, long, wide, set }) {
  pillow(mesh, { centre: [x, 0.66, z], size: [long, 0.035, wide], roundness: 9, material: Material.wood, detail: 22 });
  pillow(mesh, {
    centre: [x, 0.645, z],
    size: [long * 1.012, 0.014, wide * 1.012],
    roundness: 9,
    material: Material.accent,
    detail: 18,
  });
  bar(mesh, { from: [x, 0.02, z * 1.12], to: [x, 0.64, z * 1.12], radius: 0.05, material: Material.trim });
  if (!set) return;
  const inward = z - Math.sign(z) * 0.06;
  pillow(mesh, {
    centre: [x + 0.02, 0.72, inward],
    size: [0.1, 0.1, 0.1],
    roundness: 2.6,
    material: Material.trim,
    detail: 14,
  });
  for (let i = 0; i < 22; i++) {
    const [angle, ring] = [i * 2.4, Math.sqrt((i + 0.5) / 22) * 0.085];
    const centre = [
      x + 0.02 + Math.cos(angle) * ring,
      0.8 + 0.045 * Math.cos(ring * 17) + (i % 3) * 0.008,
      inward + Math.sin(angle) * ring,
    ];
    pillow(mesh, {
      centre,
      size: [0.046, 0.034, 0.046],
      roundness: 2,
      material: i % 4 === 3 ? Material.leaf : Material.flower,
      detail: 7,
    });
  }
  pillow(mesh, {
    centre: [x - 0.13, 0.681, inward - Math.sign(z) * 0.08],
    size: [0.17, 0.012, 0.12],
    roundness: 8,
    material: Material.linen,
    detail: 12,
  });
}

/** A sofa along the wall. */
export function addDivan(mesh, { x, z, long, side }) {
  pillow(mesh, { centre: [x, 0.17, z], size: [long, 0.3, 0.62], roundness: 9, material: Material.trim, detail: 18 });
  const seats = 3;
  for (let i = 0; i < seats; i++) {
    const at = x + ((i + 0.5) / seats - 0.5) * (long - 0.2);
    const wide = (long - 0.2) / seats;
    pillow(mesh, {
      centre: [at, 0.39, z - side * 0.03],
      size: [wide * 0.99, 0.16, 0.6],
      roundness: 4.4,
      material: Material.leather,
      detail: 20,
    });
    pillow(mesh, {
      centre: [at, 0.65, z + side * 0.24],
      size: [wide * 0.98, 0.46, 0.17],
      roundness: 4,
      material: Material.leather,
      detail: 20,
      bend: (p) => [p[0], p[1], p[2] + side * p[1] * 0.2],
    });
  }
  for (const end of [-1, 1])
    pillow(mesh, {
      centre: [x + end * (long / 2 - 0.05), 0.5, z],
      size: [0.13, 0.34, 0.64],
      roundness: 4,
      material: Material.leather,
      detail: 18,
    });
  for (const [dx, turn] of [
    [-0.3, 0.25],
    [0.34, -0.2],
  ]) {
    pillow(mesh, {
      centre: [x + dx * long, 0.62, z + side * 0.08],
      size: [0.36, 0.34, 0.13],
      roundness: 2.7,
      material: dx < 0 ? Material.linen : Material.accent,
      turn,
      detail: 20,
    });
  }
}

/** A bench across a small cabin. */
export function addBench(mesh, { x, z, wide, facing, seats }) {
  const each = wide / seats;
  for (let i = 0; i < seats; i++) {
    const at = z + ((i + 0.5) / seats - 0.5) * wide;
    pillow(mesh, {
      centre: [x, 0.2, at],
      size: [0.5, 0.34, each * 0.98],
      roundness: 7,
      material: Material.trim,
      detail: 14,
    });
    pillow(mesh, {
      centre: [x - 0.03, 0.4, at],
      size: [0.54, 0.15, each * 0.97],
      roundness: 4,
      material: Material.leather,
      detail: 20,
    });
    pillow(mesh, {
      centre: [x + 0.27, 0.7, at],
      size: [0.15, 0.62, each * 0.96],
      roundness: 4,
      material: Material.leather,
      detail: 22,
      bend: (p) => [p[0] - facing * p[1] * 0.16, p[1], p[2]],
    });
    pillow(mesh, {
      centre: [x + 0.2, 0.6, at],
      size: [0.13, 0.36, each * 0.7],
      roundness: 3.2,
      material: Material.leather,
      detail: 18,
      bend: (p) => [p[0] - facing * p[1] * 0.16, p[1], p[2]],
    });
    pillow(mesh, {
      centre: [x + 0.33, 1.07, at],
      size: [0.12, 0.19, each * 0.5],
      roundness: 3,
      material: Material.leather,
      detail: 16,
    });
  }
}

/** One row of an airliner, its backs to the eye. */
export function addRow(mesh, { x, plan, abreast, other }) {
  const pitch = 0.475;
  const left = -plan.width / 2 + 0.1;
  const right = plan.width / 2 - 0.1;
  for (let i = 0; i < abreast; i++) addCoachSeat(mesh, x, right - pitch * (i + 0.5));
  for (let i = 0; i < other; i++) addCoachSeat(mesh, x, left + pitch * (i + 0.5));
}

function lean(p) {
  return [p[0] - p[1] * 0.16, p[1], p[2]];
}

function addCoachSeat(mesh, x, z) {
  pillow(mesh, {
    centre: [x, 0.42, z],
    size: [0.46, 0.13, 0.45],
    roundness: 4,
    material: Material.leather,
    detail: 12,
  });
  pillow(mesh, {
    centre: [x - 0.24, 0.78, z],
    size: [0.11, 0.66, 0.45],
    roundness: 4.6,
    material: Material.leather,
    detail: 18,
    bend: lean,
  });
  pillow(mesh, {
    centre: [x - 0.32, 1.1, z],
    size: [0.1, 0.18, 0.38],
    roundness: 3.4,
    material: Material.linen,
    detail: 14,
  });
  pillow(mesh, {
    centre: [x - 0.06, 0.63, z + 0.235],
    size: [0.4, 0.05, 0.05],
    roundness: 4,
    material: Material.trim,
    detail: 8,
  });
  bar(mesh, { from: [x, 0, z], to: [x, 0.36, z], radius: 0.03, material: Material.trim, sides: 8 });
}
