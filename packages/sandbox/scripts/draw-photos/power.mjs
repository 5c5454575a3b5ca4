import { skinPropeller, skinPylon, skinTurbofan, skinTurboprop } from "./engines.mjs";

/** Whatever makes it fly, where this type has it. */
export function addEngines(mesh, plan) {
  const { type } = plan;
  if (type.mount === "nose") return addNosePropeller(mesh, plan);
  if (type.propulsion !== "jet") return addWingPropellers(mesh, plan);
  if (type.mount === "wing") return addWingFans(mesh, plan);
  if (type.mount === "overwing") return addOverwingFans(mesh, plan);
  addTailFans(mesh, plan);
}

function addNosePropeller(mesh, { type, m, middle, shape, front }) {
  const height = middle + (shape.top(0) + shape.bottom(0)) / 2;
  skinPropeller(mesh, {
    at: [front + 0.08, height, 0],
    diameter: m.propeller,
    blades: m.blades,
    turn: 0.52,
    hub: type.propulsion === "piston" ? 0.2 : 0.27,
  });
}

function addWingPropellers(mesh, { type, m, wing, regional, path }) {
  const pusher = type.slug === "piaggio-avanti";
  const z = m.propeller / 2 + m.width / 2 + (regional ? 0.75 : 0.42);
  const section = path.find((s) => s.edge[2] >= z) ?? path[0];
  const length = regional ? 5.6 : pusher ? 2.9 : type.propulsion === "piston" ? 2.7 : 3.5;
  const diameter = regional ? 1.25 : type.propulsion === "piston" ? 0.82 : 0.98;
  for (const side of [-1, 1]) {
    const x = pusher ? section.edge[0] - section.chord * 1.35 : section.edge[0] + length * 0.43;
    const y = section.edge[1] + (wing.height > 2.4 ? -0.1 : 0.12);
    skinTurboprop(mesh, {
      at: [x, y, side * z],
      length,
      diameter,
      propeller: m.propeller,
      blades: m.blades,
      turn: 0.45 + side * 0.2,
      forward: pusher ? -1 : 1,
    });
  }
}

function addWingFans(mesh, { type, m, path, wing }) {
  const quad = type.engines === 4;
  const diameter = quad ? 1.4 : m.height * 0.5;
  const length = quad ? 2.9 : diameter * 1.95;
  for (const part of quad ? [0.33, 0.56] : [0.335]) {
    const z = (part * wing.span) / 2;
    const section = path.find((s) => s.edge[2] >= z) ?? path[0];
    for (const side of [-1, 1]) {
      const at = [
        section.edge[0] + length * (quad ? 0.62 : 0.72),
        section.edge[1] - diameter * (quad ? 0.78 : 0.6),
        side * z,
      ];
      skinTurbofan(mesh, { at, length, diameter, squash: m.height > 4.0 && m.height < 4.1 ? 0.9 : 1 });
      skinPylon(mesh, {
        from: [at[0] - length * 0.2, at[1] + diameter * 0.3, side * z],
        to: [section.edge[0] + section.chord * 0.04, section.edge[1] + 0.02, side * z],
        chord: length * 0.95,
        thickness: 0.1,
      });
    }
  }
}

function addOverwingFans(mesh, { path, wing, front }) {
  for (const side of [-1, 1]) {
    const z = side * 1.62;
    const section = path.find((s) => s.edge[2] >= 1.62) ?? path[0];
    const at = [front - wing.station - wing.root * 0.42, wing.height + 1.06, z];
    skinTurbofan(mesh, { at, length: 2.5, diameter: 0.8 });
    skinPylon(mesh, {
      from: [section.edge[0] - section.chord * 0.62, section.edge[1] + 0.03, z],
      to: [at[0] - 1.05, at[1] - 0.3, z],
      chord: 1.25,
      thickness: 0.16,
    });
  }
}

function addTailFans(mesh, { type, m, middle, shape, front, wing }) {
  const large = type.lengthM > 22;
  const triple = type.engines === 3;
  const diameter = m.height * (triple ? 0.44 : type.lengthM < 13.5 ? 0.42 : large ? 0.56 : 0.52);
  const length = diameter * (large ? 3.0 : 2.7);
  const intake =
    Math.max(shape.length * (large ? 0.655 : 0.64), wing.station + wing.root * 0.92) + (type.lengthM < 13 ? 0.2 : 0);
  const mid = intake + length * 0.45;
  const z = shape.width(mid) + diameter * 0.66;
  const y = middle + m.height * (type.slug === "citation-bravo" ? 0.12 : 0.2);
  for (const side of [-1, 1]) {
    const at = [front - intake, y, side * z];
    skinTurbofan(mesh, { at, length, diameter });
    skinPylon(mesh, {
      from: [at[0] - length * 0.28, y - 0.02, side * shape.width(mid) * 0.55],
      to: [at[0] - length * 0.28, y, side * (z - diameter * 0.3)],
      chord: length * 0.58,
      thickness: 0.13,
    });
  }
  if (triple) {
    const top = middle + shape.top(intake) + diameter * 0.34;
    skinTurbofan(mesh, {
      at: [front - intake + length * 0.06, top, 0],
      length: length * 1.15,
      diameter: diameter * 0.94,
    });
  }
}
