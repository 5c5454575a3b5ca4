import { skinGear } from "./engines.mjs";
import { pillow } from "./mesh.mjs";
import { Material } from "./materials.mjs";

/** The undercarriage: a nose leg and a main leg on each side. */
export function addGear(mesh, { type, m, middle, shape, front, wing, path, clearance, airliner, regional, nosed }) {
  const heavy = m.height > 2.2;
  const radius = airliner ? 0.52 : regional ? 0.4 : heavy ? 0.36 : type.lengthM > 14 ? 0.29 : 0.23;
  const noseAt = shape.noseLength * (nosed ? 0.45 : airliner ? 0.86 : 0.8);
  const noseX = front - noseAt;
  skinGear(mesh, {
    at: [noseX + radius * 0.3, 0, 0],
    top: [noseX, middle + shape.bottom(noseAt) + 0.15, 0],
    radius: radius * 0.78,
    twin: airliner || heavy || regional,
    width: radius * 0.45,
  });
  const x = front - (wing.station + wing.root * (airliner ? 0.78 : 0.62) + (m.sweep > 20 ? wing.root * 0.1 : 0));
  const bellied = type.layout === "high-wing" || type.layout === "mid-wing";
  const z = bellied
    ? m.width * 0.62
    : m.propeller && !nosed
      ? m.propeller / 2 + m.width / 2 + 0.4
      : Math.max(m.width * 0.72, wing.span * (airliner ? 0.105 : 0.1));
  const section = path.find((s) => s.edge[2] >= z) ?? path[0];
  for (const side of [-1, 1]) {
    const top = bellied
      ? [x, clearance + m.height * 0.16, side * m.width * 0.36]
      : [x, section.edge[1] - 0.02, side * z];
    skinGear(mesh, {
      at: [x - 0.05, 0, side * z],
      top,
      radius,
      twin: airliner || heavy || regional,
      width: radius * 0.55,
    });
    if (bellied && type.slug !== "cessna-caravan") {
      pillow(mesh, {
        centre: [x, clearance + m.height * 0.13, side * m.width * 0.44],
        size: [m.height * 1.7, m.height * 0.34, m.width * 0.42],
        roundness: 2.6,
        material: Material.fuselage,
      });
    }
    if (m.fixed && type.slug !== "cessna-caravan") {
      pillow(mesh, {
        centre: [x - 0.1, radius * 1.05, side * z],
        size: [radius * 4.4, radius * 1.7, radius * 1.25],
        roundness: 2.3,
        material: Material.wing,
      });
    }
  }
}
