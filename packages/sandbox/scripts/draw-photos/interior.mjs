import { develop } from "./daylight.mjs";
import { Material } from "./materials.mjs";
import { cavities } from "./occlusion.mjs";
import { createCamera, createParallelCamera, rasterise } from "./raster.mjs";
import {
  add,
  blend,
  chance,
  clamp,
  clouds,
  dot,
  light,
  mix,
  noise,
  normalise,
  scale,
  step,
  subtract,
} from "./vector.mjs";

/** Leather, veneer, carpet and lining that go together, and the light outside. */
const schemes = [
  {
    leather: "#d8ccb8",
    wood: "#5a3a24",
    carpet: "#8d8172",
    accent: "#8a6b4a",
    linen: "#f1ece2",
    lining: "#ece6da",
    outside: "#eaf1f7",
    warmth: "#ffe2bd",
  },
  {
    leather: "#b58a5e",
    wood: "#3a2a20",
    carpet: "#6a6158",
    accent: "#3a2c22",
    linen: "#efe6d6",
    lining: "#e9e3d8",
    outside: "#fbe7cf",
    warmth: "#ffd9a8",
  },
  {
    leather: "#c9c7c2",
    wood: "#30302f",
    carpet: "#5b5f64",
    accent: "#4b5058",
    linen: "#f3f2ee",
    lining: "#eceae6",
    outside: "#e6eff6",
    warmth: "#fff0dc",
  },
  {
    leather: "#ebe4d6",
    wood: "#7a5a3a",
    carpet: "#4d5663",
    accent: "#b08f5c",
    linen: "#2d3a50",
    lining: "#f0ebe1",
    outside: "#dfeaf5",
    warmth: "#ffe8c8",
  },
  {
    leather: "#6d5a4c",
    wood: "#8b6b49",
    carpet: "#b3a794",
    accent: "#2e2722",
    linen: "#e8dcc8",
    lining: "#ebe5da",
    outside: "#fdeedd",
    warmth: "#ffdfb5",
  },
  {
    leather: "#e6e0d5",
    wood: "#43352c",
    carpet: "#77706a",
    accent: "#2f5a5c",
    linen: "#2f5a5c",
    lining: "#efebe3",
    outside: "#e3edf3",
    warmth: "#ffe9cd",
  },
];

/** A picture along the aisle, as RGB bytes. */
export function drawInterior(cabin, { slug, width, height, scheme }) {
  const { mesh, plan } = cabin;
  const chosen = schemes[scheme ?? Math.floor(chance(`${slug} scheme`) * schemes.length)];
  const colours = Object.fromEntries(Object.entries(chosen).map(([key, hex]) => [key, light(hex)]));
  const sway = (plan.mirrored ? 1 : -1) * plan.width * (plan.kind === "rows" ? 0.0 : 0.045);
  const camera = createCamera({
    eye: [0, plan.eye, sway],
    target: [plan.length, plan.eye * 0.72, -sway * 0.4],
    zoom: plan.kind === "rows" ? 0.78 : plan.kind === "small" || plan.kind === "rotor" ? 0.66 : 0.72,
    width,
    height,
    shift: [0, -0.03],
  });
  const seen = rasterise(mesh, camera);
  const hollows = cavities(seen, { radius: 0.34, camera, strength: 1.5, samples: 26 });
  const lamps = lampsOf(cabin);
  const sun = sunOf(cabin);
  const out = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const colour = seen.material[at]
      ? lightAt({ cabin, colours, camera, seen, at, hollow: hollows[at], lamps, sun })
      : colours.lining;
    const [x, y] = [(at % width) / width - 0.5, Math.floor(at / width) / height - 0.46];
    const lens = 1 - 0.42 * (x * x * 1.3 + y * y * 1.6);
    develop(colour, 1.3 * lens).forEach((value, k) => (out[at * 3 + k] = Math.round(value)));
  }
  return out;
}

/** Low sun from one side: where it stands, and the shadows of the furniture. */
function sunOf({ mesh, plan, windows }) {
  const direction = sunDirection(plan);
  const open = new Set([Material.lining, Material.ceilingLight, Material.carpet]);
  const triangles = [];
  for (let t = 0; t < mesh.triangles.length; t += 3) {
    if (!open.has(mesh.materials[mesh.triangles[t]]))
      triangles.push(mesh.triangles[t], mesh.triangles[t + 1], mesh.triangles[t + 2]);
  }
  const camera = createParallelCamera({
    direction: scale(direction, -1),
    centre: [plan.length / 2, 0.6, 0],
    reach: plan.length * 0.62,
    size: 1500,
  });
  const shadow = rasterise({ ...mesh, triangles }, camera, { depthOnly: true });
  return (position) => {
    const run = (Math.sign(direction[2]) * windows.wall - position[2]) / direction[2];
    if (run < 0.02) return 0;
    const [x, y] = [position[0] + direction[0] * run, position[1] + direction[1] * run];
    const across = ((((x - windows.places[0]) / plan.pitch + 0.5) % 1) - 0.5) * plan.pitch;
    const reach =
      (Math.abs(across / windows.width) ** windows.power +
        Math.abs((y - windows.y) / windows.height) ** windows.power) **
      (1 / windows.power);
    const through = x < windows.places[0] - plan.pitch / 2 ? 0 : 1 - step(0.86, 1.04, reach);
    if (through <= 0) return 0;
    const [px, py, depth] = camera.project(position);
    let lit = 0;
    for (const [dx, dy] of [
      [0, 0],
      [2, 0],
      [-2, 0],
      [0, 2],
      [0, -2],
    ]) {
      const [ix, iy] = [Math.round(px + dx), Math.round(py + dy)];
      if (!(shadow.depth[iy * shadow.width + ix] < depth - 0.035)) lit += 0.2;
    }
    return through * lit;
  };
}
function sunDirection(plan) {
  return normalise([-0.55, 0.42, plan.mirrored ? -1 : 1]);
}

function lampsOf({ windows }) {
  return windows.places.flatMap((x) =>
    [-1, 1].map((side) => ({
      at: [x, windows.y, side * windows.wall * 0.97],
      side,
      strength: windows.width * windows.height * 9,
    })),
  );
}

function lightAt({ cabin, colours, camera, seen, at, hollow, lamps, sun }) {
  const position = [seen.position[at * 3], seen.position[at * 3 + 1], seen.position[at * 3 + 2]];
  const normal = normalise([seen.normal[at * 3], seen.normal[at * 3 + 1], seen.normal[at * 3 + 2]]);
  const material = seen.material[at];
  if (material === Material.ceilingLight) return scale(colours.warmth, 1.9);
  const surface = surfaceOf({
    cabin,
    colours,
    material,
    position,
    normal,
    coordinates: [seen.coordinates[at * 2], seen.coordinates[at * 2 + 1]],
  });
  if (surface.glow) return surface.glow;
  const view = normalise(subtract(camera.eye, position));
  let received = [0, 0, 0];
  let shine = 0;
  const facing = clamp(dot(normal, view));
  const bounce = subtract(scale(normal, 2 * facing), view);
  for (const lamp of lamps) {
    const toward = subtract(lamp.at, position);
    const squared = dot(toward, toward);
    const ray = scale(toward, 1 / Math.sqrt(squared));
    const leaving = clamp(ray[2] * lamp.side);
    const hits = clamp(dot(normal, ray) * 0.86 + 0.14);
    received = add(
      received,
      scale(colours.outside, (lamp.strength * hits * (0.25 + 0.75 * leaving)) / (squared + 0.22)),
    );
    if (surface.gloss) shine += (clamp(dot(bounce, ray)) ** surface.sharp * lamp.strength * 2.4) / (squared + 0.6);
  }
  const sunlit = sun(position) * clamp(dot(normal, sunDirection(cabin.plan)));
  if (sunlit > 0) received = add(received, scale([1.15, 0.98, 0.78], sunlit * 2.3));
  const overhead = 0.3 + 0.5 * clamp(normal[1] * 0.5 + 0.5);
  const ceiling = scale(colours.warmth, overhead * (0.62 + 0.38 * step(0, cabin.plan.height, position[1])));
  const open = mix(hollow ** 1.2, 1, 0.08);
  const total = add(scale(received, 0.78 * mix(open, 1, 0.15)), scale(ceiling, 0.86 * open));
  const depth = mix(1, 0.86, step(0, cabin.plan.length, position[0]));
  const fresnel = 0.3 + 0.7 * (1 - facing) ** 4;
  return [0, 1, 2].map(
    (k) => surface.colour[k] * total[k] * depth + shine * (surface.gloss ?? 0) * fresnel * colours.outside[k] * open,
  );
}

function surfaceOf({ cabin, colours, material, position, normal, coordinates }) {
  const [x, y, z] = position;
  if (material === Material.lining) return liningAt(cabin, colours, position);
  if (material === Material.carpet) {
    const aisle = Math.abs(Math.abs(z) - cabin.plan.width * 0.155);
    const pile = 0.86 + 0.28 * noise(x * 90, z * 90) * noise(x * 41, z * 37);
    const border = cabin.plan.kind !== "rotor" && aisle < 0.012 ? 0.62 : 1;
    return { colour: scale(colours.carpet, pile * border) };
  }
  if (material === Material.wood || material === Material.bulkhead) {
    if (material === Material.bulkhead) return { colour: scale(colours.lining, 0.86), gloss: 0.03, sharp: 10 };
    const along = Math.abs(normal[0]) > 0.7 ? y * 0.5 : x;
    const across = Math.abs(normal[0]) > 0.7 ? z * 1.2 : z + y * 0.6;
    const grain = clouds(along * 2.2, across * 42, 4) * 0.6 + clouds(along * 9, across * 120, 2) * 0.4;
    return { colour: scale(colours.wood, 0.72 + 0.6 * grain), gloss: 0.34, sharp: 46 };
  }
  if (material === Material.leather)
    return { colour: scale(colours.leather, 0.97 + 0.06 * noise(x * 60 + z * 50, y * 60)), gloss: 0.055, sharp: 9 };
  if (material === Material.accent) return { colour: colours.accent, gloss: 0.06, sharp: 12 };
  if (material === Material.linen) return { colour: colours.linen };
  if (material === Material.trim)
    return { colour: scale(blend(colours.lining, colours.leather, 0.5), 0.82), gloss: 0.06, sharp: 18 };
  if (material === Material.flower)
    return { colour: blend([0.86, 0.84, 0.8], [0.84, 0.72, 0.68], noise(x * 50, z * 50)) };
  if (material === Material.leaf) return { colour: [0.1, 0.17, 0.09] };
  if (material === Material.opening)
    return {
      glow: scale(
        blend(colours.warmth, colours.wood, 0.45),
        0.16 + 0.34 * clamp(y / cabin.plan.height) + 0.05 * coordinates[0],
      ),
    };
  return { colour: colours.lining };
}

/** The wall: panes with the sky in them, their frames, the joints between panels. */
function liningAt({ windows, plan }, colours, [x, y, z]) {
  const nearest = Math.round((x - windows.places[0]) / plan.pitch);
  const index = Math.min(windows.places.length - 1, Math.max(0, nearest));
  const across = (x - windows.places[index]) / windows.width;
  const down = (y - windows.y) / windows.height;
  const reach = (Math.abs(across) ** windows.power + Math.abs(down) ** windows.power) ** (1 / windows.power);
  if (Math.abs(z) > plan.width * 0.3) {
    if (reach < 1) {
      const sky = blend(scale(colours.outside, 1.12), [0.5, 0.68, 0.88], step(-0.3, 1.2, down) * 0.5);
      const cloud = clouds(x * 1.6 + 3, y * 5 + Math.sign(z) * 4, 3);
      const bright = blend(sky, [1.15, 1.12, 1.08], step(0.45, 0.7, cloud) * 0.8 * step(0.7, -0.6, down));
      return { glow: scale(bright, 1.25 * (reach > 0.93 ? 0.82 : 1)) };
    }
    if (reach < 1.13)
      return { colour: scale(colours.lining, 0.78 + 0.16 * step(1, 1.13, reach)), gloss: 0.05, sharp: 8 };
    if (reach < 1.22) return { colour: scale(colours.lining, 1.0), gloss: 0.06, sharp: 8 };
    if (reach < 1.25) return { colour: scale(colours.lining, 0.7) };
  }
  const joint = Math.abs((((((x - windows.places[0]) / (plan.pitch * 2) + 0.25) % 1) + 1) % 1) - 0.5) * plan.pitch * 2;
  const seam = joint < 0.006 && Math.abs(z) > plan.width * 0.2 ? 0.8 : 1;
  const rail = Math.abs(y - plan.height * 0.8) < 0.006 && plan.kind !== "rotor" ? 0.72 : 1;
  const lower = y < plan.height * 0.3 ? blend(colours.lining, colours.carpet, 0.3) : colours.lining;
  return { colour: scale(lower, 0.93 * seam * rail), gloss: 0.03, sharp: 6 };
}
