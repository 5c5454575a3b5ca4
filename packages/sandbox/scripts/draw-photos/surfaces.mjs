import { Material } from "./materials.mjs";
import { bar, loft } from "./mesh.mjs";
import { add, normalise, scale, subtract } from "./vector.mjs";

/** Upper and lower half of an aerofoil, from the trailing edge round the nose and back: `[chord, thickness]`. */
const aerofoil = Array.from({ length: 28 }, (_, i) => {
  const angle = (i / 28) * Math.PI * 2;
  const x = 0.5 + 0.5 * Math.cos(angle);
  const half = 5 * (0.2969 * Math.sqrt(x) - 0.126 * x - 0.3516 * x * x + 0.2843 * x ** 3 - 0.1036 * x ** 4);
  return [x, Math.sin(angle) >= 0 ? half * 1.15 : -half * 0.85];
});

/**
 * A wing, stabiliser or fin along a path of `{ edge: [x, y, z], chord, thickness }`, where `edge` is the leading edge.
 * Texture coordinates are the part of the chord and of the path.
 */
export function skinSurface(mesh, path, material) {
  const rings = path.map((section, i) => {
    const before = path[Math.max(0, i - 1)].edge;
    const after = path[Math.min(path.length - 1, i + 1)].edge;
    const along = normalise([0, after[1] - before[1], after[2] - before[2]]);
    const lift = [0, along[2], -along[1]];
    const upward = lift[1] < -0.2 ? scale(lift, -1) : lift;
    return aerofoil.map(([x, t]) =>
      add(
        add(section.edge, [-x * section.chord, 0, 0]),
        scale(upward, t * section.chord * (section.thickness ?? 0.12)),
      ),
    );
  });
  const flipped = path[path.length - 1].edge[2] < path[0].edge[2] - 0.01;
  loft(mesh, flipped ? rings.map((ring) => ring.toReversed()) : rings, {
    material,
    at: (i, j) => [aerofoil[flipped ? aerofoil.length - 1 - j : j][0], i / (path.length - 1)],
    capEnd: true,
    capStart: true,
  });
}

/** Both halves of a wing. `tip` is `none`, `winglet`, `shark` or `raked`. */
export function skinWings(mesh, wing, front) {
  const path = [];
  const half = wing.span / 2;
  const reach = half - wing.inset;
  const slope = Math.tan((wing.dihedral * Math.PI) / 180);
  const sweep = Math.tan((wing.sweep * Math.PI) / 180);
  const chordAt = (t) => {
    const kink = wing.kink ?? 0;
    if (!kink) return wing.root + (wing.tip - wing.root) * t;
    const middle = wing.root + (wing.tip - wing.root) * kink - wing.root * 0.11;
    return t < kink
      ? wing.root + (middle - wing.root) * (t / kink)
      : middle + (wing.tip - middle) * ((t - kink) / (1 - kink));
  };
  const body = wing.ending === "winglet" ? reach * 0.97 : reach;
  for (let i = 0; i <= 24; i++) {
    const d = (i / 24) * body;
    const chord = chordAt(d / reach);
    path.push({
      edge: [front - wing.station - d * sweep, wing.height + d * slope, wing.inset + d],
      chord,
      thickness: 0.135 - 0.04 * (d / reach),
    });
  }
  if (wing.ending === "winglet") addWinglet(path, wing);
  else roundTip(path);
  skinSurface(mesh, path, wing.material ?? Material.wing);
  skinSurface(
    mesh,
    path.map((s) => ({ ...s, edge: [s.edge[0], s.edge[1], -s.edge[2]] })),
    wing.material ?? Material.wing,
  );
  return path;
}

function addWinglet(path, wing) {
  const last = path.at(-1);
  const rise = wing.wingletHeight;
  const lean = 0.3;
  for (let i = 1; i <= 14; i++) {
    const t = i / 14;
    const turn = Math.min(1, t / 0.35);
    const y = rise * (t < 0.35 ? t * t * 1.35 : t * 0.945 - 0.165 + 0.22 * t);
    const z = last.edge[2] + rise * lean * (Math.sin((turn * Math.PI) / 2) * 0.55 + t * 0.45);
    const chord = last.chord * (1 - 0.62 * t);
    path.push({ edge: [last.edge[0] - rise * 0.78 * t ** 1.25, last.edge[1] + y, z], chord, thickness: 0.085 });
  }
}

function roundTip(path) {
  const last = path.at(-1);
  const before = path.at(-2);
  const along = normalise(subtract(last.edge, before.edge));
  for (const [distance, part] of [
    [0.12, 0.93],
    [0.2, 0.75],
    [0.235, 0.42],
  ]) {
    const chord = last.chord * part;
    const edge = add(last.edge, scale(along, last.chord * distance * 0.7));
    path.push({ edge: [edge[0] - (last.chord - chord) * 0.55, edge[1], edge[2]], chord, thickness: 0.08 });
  }
}

/** The fin and the stabilisers: `t`, `cross`, `low` or `v`. */
export function skinTail(mesh, tail, front) {
  const sweep = Math.tan((tail.sweep * Math.PI) / 180);
  if (tail.kind === "v") {
    skinWings(mesh, { ...tail.plane, dihedral: 38, material: Material.fin }, front);
    return;
  }
  const fin = [];
  for (let i = 0; i <= 16; i++) {
    const t = i / 16;
    const d = t * tail.rise;
    fin.push({
      edge: [front - tail.station - d * sweep, tail.height + d, 0],
      chord: tail.root + (tail.tip - tail.root) * t,
      thickness: 0.1,
    });
  }
  if (tail.kind !== "t") roundTip(fin);
  skinSurface(mesh, fin, Material.fin);
  if (tail.fillet) {
    const at = fin[0].edge;
    const fillet = [0, 0.35, 0.7, 1].map((t) => ({
      edge: [at[0] + tail.fillet * (1 - t) ** 1.6 - t * tail.rise * 0.3 * sweep, at[1] - 0.05 + t * tail.rise * 0.3, 0],
      chord: tail.root * 0.6 + tail.fillet * (1 - t) ** 1.6,
      thickness: 0.06,
    }));
    skinSurface(mesh, fillet, Material.fin);
  }
  const place = { t: 0.985, cross: 0.42, low: -0.03 }[tail.kind];
  const at = tail.kind === "low" ? null : fin[Math.round(place * 16)].edge;
  const plane = tail.plane;
  const height = tail.kind === "low" ? tail.planeHeight : at[1];
  const station =
    tail.kind === "low" ? plane.station : front - at[0] + (tail.kind === "t" ? tail.tip * 0.02 : tail.root * 0.12);
  skinWings(mesh, { ...plane, height, station, material: Material.wing }, front);
  if (tail.kind === "t") {
    const x = front - station;
    bar(mesh, {
      from: [x + 0.12, height, 0],
      to: [x - plane.root, height, 0],
      radius: 0.035 * plane.root + 0.04,
      endRadius: 0.03,
      material: Material.fin,
    });
  }
}
