import { Material } from "./materials.mjs";
import { planCabin, sectionOf } from "./cabin-plan.mjs";
import { bar, createMesh, loft, quad } from "./mesh.mjs";
import { addBench, addDivan, addRow, addSeat, addTable } from "./furniture.mjs";

/**
 * The cabin of a type, seen along the aisle. The eye stands at x = 0 and looks along x; y is the height over the carpet.
 */
export function buildCabin(type) {
  const plan = planCabin(type);
  const mesh = createMesh();
  const section = sectionOf(plan);
  skinTube(mesh, plan, section);
  addEnd(mesh, plan);
  addLedges(mesh, plan, section);
  furnish(mesh, plan);
  return { mesh, plan, windows: placeWindows(plan, section), section };
}

function skinTube(mesh, plan, section) {
  const rings = [];
  for (let x = plan.start; x <= plan.length + 0.001; x += 0.12) {
    rings.push([...section.map(([y, z]) => [x, y, z]), ...section.toReversed().map(([y, z]) => [x, y, -z])]);
  }
  loft(mesh, rings, { material: Material.lining, closed: false, at: (i, j) => [rings[i][0][0], j / 81] });
  const floor = section[0][1] + 0.02;
  const rows = rings.map((ring) => [
    [ring[0][0], 0, -floor],
    [ring[0][0], 0, 0],
    [ring[0][0], 0, floor],
  ]);
  loft(mesh, rows, { material: Material.carpet, closed: false });
  const strips = plan.kind === "rows" ? [0.28] : plan.kind === "small" || plan.kind === "rotor" ? [] : [0.3];
  for (const part of strips) {
    for (const side of [-1, 1]) {
      const z = side * plan.width * part;
      for (let x = plan.start; x < plan.length - 0.2; x += 0.5) {
        quad(
          mesh,
          [
            [x, heightAt(section, Math.abs(z)) - 0.012, z - 0.014],
            [x + 0.5, heightAt(section, Math.abs(z)) - 0.012, z - 0.014],
            [x + 0.5, heightAt(section, Math.abs(z)) - 0.016, z + 0.014],
            [x, heightAt(section, Math.abs(z)) - 0.016, z + 0.014],
          ],
          Material.ceilingLight,
        );
      }
    }
  }
  if (plan.kind === "rows") addBins(mesh, plan);
}

function heightAt(section, z) {
  for (let i = section.length - 1; i > 0; i--) if (section[i][1] <= z && section[i - 1][1] >= z) return section[i][0];
  return section[section.length - 1][0];
}

function addBins(mesh, plan) {
  const [h, w] = [plan.height, plan.width];
  const profile = [
    [0.985, 0.25],
    [0.955, 0.232],
    [0.88, 0.236],
    [0.8, 0.262],
    [0.755, 0.31],
    [0.735, 0.37],
    [0.73, 0.47],
  ];
  for (const side of [-1, 1]) {
    for (let x = plan.start; x < plan.length - 0.1; x += 1.02) {
      const rings = [0, 0.004, 0.5, 1.008, 1.012].map((dx, i) =>
        profile.map(([y, z]) => [x + dx, y * h + (i === 0 || i === 4 ? 0.02 : 0), side * z * w]),
      );
      loft(mesh, rings, { material: Material.trim, closed: false });
    }
  }
}

/** The bulkhead at the far end: veneer left and right, a passage or a panel in the middle. */
function addEnd(mesh, plan) {
  const x = plan.length - 0.05;
  const [h, w] = [plan.height, plan.width / 2];
  if (plan.kind === "small" || plan.kind === "rotor") {
    quad(
      mesh,
      [
        [x, 0, -w],
        [x, h, -w],
        [x, h, w],
        [x, 0, w],
      ],
      Material.bulkhead,
    );
    return;
  }
  const gap = plan.kind === "lounge" || plan.kind === "rows" ? 0.36 : 0.27;
  const head = h * 0.93;
  quad(
    mesh,
    [
      [x, 0, -w],
      [x, h, -w],
      [x, h, -gap],
      [x, 0, -gap],
    ],
    Material.wood,
  );
  quad(
    mesh,
    [
      [x, 0, gap],
      [x, h, gap],
      [x, h, w],
      [x, 0, w],
    ],
    Material.wood,
  );
  quad(
    mesh,
    [
      [x, head, -gap],
      [x, h, -gap],
      [x, h, gap],
      [x, head, gap],
    ],
    Material.wood,
  );
  quad(
    mesh,
    [
      [x + 0.5, 0, -gap * 1.6],
      [x + 0.5, head, -gap * 1.6],
      [x + 0.5, head, gap * 1.6],
      [x + 0.5, 0, gap * 1.6],
    ],
    Material.opening,
  );
  for (const side of [-1, 1])
    bar(mesh, {
      from: [x - 0.02, 0, side * gap],
      to: [x - 0.02, head, side * gap],
      radius: 0.018,
      material: Material.trim,
    });
}

function addLedges(mesh, plan, section) {
  if (plan.kind === "rows" || plan.kind === "rotor" || plan.kind === "small") return;
  const high = plan.height * 0.325;
  const wall = section.find(([y]) => y >= high)[1];
  const deep = plan.kind === "club" ? 0.07 : 0.12;
  for (const side of [-1, 1]) {
    const rings = [];
    for (let x = 0.3; x < plan.length - 0.06; x += 0.3) {
      const at = (dy, dz) => [x, high + dy, side * (wall + 0.02 - dz)];
      rings.push([
        at(-0.03, 0),
        at(-0.03, deep),
        at(-0.012, deep + 0.012),
        at(0.012, deep + 0.01),
        at(0.022, deep - 0.012),
        at(0.022, 0),
      ]);
    }
    loft(mesh, rings, { material: Material.wood, closed: false });
  }
}

function placeWindows(plan, section) {
  const y = plan.height * (plan.kind === "rows" ? 0.5 : 0.545);
  const wall = section.find((point) => point[0] >= y)[1];
  const height = plan.large
    ? 0.48
    : plan.kind === "rotor"
      ? 0.6
      : plan.kind === "small"
        ? 0.42
        : plan.kind === "rows"
          ? 0.34
          : Math.min(0.42, plan.height * 0.23);
  const width = plan.large
    ? 0.66
    : plan.kind === "rotor"
      ? 1.02
      : plan.kind === "small"
        ? 0.62
        : plan.pane === "round"
          ? height * 0.95
          : height * 0.74;
  const power = plan.kind === "rotor" || plan.kind === "small" ? 4.5 : { round: 2.15, oval: 2.4, rect: 3.8 }[plan.pane];
  const places = [];
  for (let x = plan.pitch * 0.75; x < plan.length - 0.45; x += plan.pitch) places.push(x);
  return { y, wall, height: height / 2, width: width / 2, power, places };
}

function furnish(mesh, plan) {
  const hand = plan.mirrored ? -1 : 1;
  const edge = plan.width / 2;
  if (plan.kind === "rows") {
    const abreast = plan.width > 3.2 ? 3 : plan.width > 2.5 ? 2 : 0;
    for (let x = 1.25; x < plan.length - 0.8; x += 0.82)
      addRow(mesh, { x, plan, abreast: abreast || 2, other: abreast || 1 });
    return;
  }
  if (plan.kind === "rotor" || plan.kind === "small") {
    addBench(mesh, {
      x: plan.length - 0.62,
      z: 0,
      wide: plan.width * 0.86,
      facing: -1,
      seats: plan.width > 1.7 ? 3 : 2,
    });
    if (plan.kind === "rotor") return;
    for (const side of [-1, 1]) addSeat(mesh, { x: 1.32, z: side * plan.width * 0.25, facing: 1, scale: 0.66 });
    return;
  }
  const z = edge - (plan.kind === "lounge" ? 0.56 : 0.37);
  const size = plan.kind === "club" ? (plan.width < 1.5 ? 0.86 : 0.93) : 1.05;
  const pair = plan.kind === "club" ? 1.28 : 1.5;
  let x = plan.kind === "club" ? 0.72 : 1.2;
  let set = 0;
  while (x + pair < plan.length - 0.4) {
    for (const side of [-1, 1]) {
      const divan = set === 1 && plan.kind !== "club" && side === hand;
      if (divan) {
        addDivan(mesh, { x: x + pair / 2, z: side * (edge - 0.42), long: pair + 0.75, side });
        continue;
      }
      // The eye would sit in the first pair: only the others are drawn.
      if (set > 0 || plan.kind === "lounge") addSeat(mesh, { x, z: side * z, facing: 1, scale: size });
      addSeat(mesh, { x: x + pair, z: side * z, facing: -1, scale: size });
      const tabled = plan.kind !== "club" || side === hand || set > 0;
      if (tabled)
        addTable(mesh, {
          x: x + pair / 2,
          z: side * (z + 0.05),
          long: plan.kind === "lounge" ? 0.75 : 0.5,
          wide: plan.kind === "club" ? 0.44 : 0.62,
          set: set === 0 && side === hand,
        });
    }
    x += pair + (plan.kind === "club" ? 1.0 : 1.15);
    set++;
  }
}
