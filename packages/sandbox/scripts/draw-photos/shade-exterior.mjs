import { develop, reflectionAt, ridgeAt, skyAt } from "./daylight.mjs";
import { paintAt } from "./livery.mjs";
import { Material } from "./materials.mjs";
import { cavities } from "./occlusion.mjs";
import { add, blend, clamp, clouds, dot, mix, noise, normalise, scale, step } from "./vector.mjs";

/** Light on everything that was seen. */
export function shadeExterior(scene) {
  const { camera, day, seen, mirror } = scene;
  const { width, height } = camera;
  const hollows = cavities(seen, { radius: scene.craft.length * 0.028, camera });
  const contact = contactShadow(scene.above);
  const out = Buffer.alloc(width * height * 3);
  const lens = (at) =>
    1 - 0.26 * (((at % width) / width - 0.5) ** 2 * 1.5 + (Math.floor(at / width) / height - 0.42) ** 2 * 2.2);
  const put = (at, colour) =>
    develop(colour, day.exposure * lens(at)).forEach((value, k) => (out[at * 3 + k] = Math.round(value)));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (seen.material[at]) {
        put(at, surfaceAt(scene, seen, at, hollows[at], contact));
        continue;
      }
      const ray = camera.ray(x + 0.5, y + 0.5);
      put(
        at,
        ray[1] >= -0.0002 ? (ridgeAt(day, ray) ?? skyAt(day, ray)) : groundAt(scene, { ray, x, y, contact, mirror }),
      );
    }
  }
  return out;
}

function surfaceAt(scene, seen, at, hollow, contact) {
  const { craft, camera, day, livery } = scene;
  const position = seen.position.subarray(at * 3, at * 3 + 3);
  const view = normalise([camera.eye[0] - position[0], camera.eye[1] - position[1], camera.eye[2] - position[2]]);
  let normal = normalise(seen.normal.subarray(at * 3, at * 3 + 3));
  if (dot(normal, view) < 0) normal = scale(normal, -1);
  const skin = skinOf({
    craft,
    livery,
    day,
    material: seen.material[at],
    position,
    coordinates: seen.coordinates.subarray(at * 2, at * 2 + 2),
  });
  const facing = clamp(dot(normal, view));
  const bounce = [2 * facing * normal[0] - view[0], 2 * facing * normal[1] - view[1], 2 * facing * normal[2] - view[2]];
  const sunlit = clamp(dot(normal, day.direction)) * litAt(scene.sun, position, 0.02 * craft.length * 0.12 + 0.03);
  const dark = contact(position[0], position[2]);
  const fromSky = scale(
    add(scale(day.zenith, 0.45), add(scale(day.middle, 0.5), scale(day.horizon, 0.35))),
    0.5 + 0.5 * normal[1],
  );
  const fromGround = scale(day.ground, (0.5 - 0.5 * normal[1]) * 0.72 * mix(1, 0.35, dark));
  const diffuse = add(scale(add(fromSky, fromGround), hollow), scale(day.sun, (sunlit * day.power) / 2.2));
  const fresnel = skin.base + (1 - skin.base) * (1 - facing) ** 5 * skin.gloss;
  const mirrorColour = scale(
    reflectionAt(day, bounce, mix(1, 0.4, dark)),
    (skin.gloss > 0 ? 1 : 0) * mix(0.35, 1, hollow),
  );
  let colour = [0, 1, 2].map(
    (k) =>
      skin.colour[k] * diffuse[k] * (1 - skin.metal) +
      mirrorColour[k] * mix(fresnel, 0.72, skin.metal) * mix(1, skin.colour[k] * 1.35, skin.metal),
  );
  const glint = clamp(dot(bounce, day.direction)) ** (skin.glass ? 500 : 90) * (sunlit > 0 || skin.glass ? 1 : 0);
  colour = add(colour, scale(day.sun, glint * skin.gloss * (skin.glass ? 1.6 : 0.32)));
  if (skin.lit && day.lamps) colour = add(colour, scale([1, 0.56, 0.2], 0.2 * skin.lit));
  return colour;
}

const plain = {
  [Material.metal]: { colour: [0.66, 0.67, 0.69], metal: 0.85, base: 0.4, gloss: 0.9 },
  [Material.dark]: { colour: [0.014, 0.014, 0.016], metal: 0, base: 0.02, gloss: 0.15 },
  [Material.tyre]: { colour: [0.022, 0.022, 0.024], metal: 0, base: 0.02, gloss: 0.15 },
  [Material.strut]: { colour: [0.5, 0.51, 0.53], metal: 0.3, base: 0.1, gloss: 0.6 },
  [Material.blade]: { colour: [0.035, 0.036, 0.04], metal: 0, base: 0.04, gloss: 0.7 },
  [Material.rotor]: { colour: [0.07, 0.072, 0.08], metal: 0, base: 0.04, gloss: 0.6 },
  [Material.glass]: { colour: [0.016, 0.02, 0.025], metal: 0, base: 0.08, gloss: 1, glass: 1 },
};

function skinOf({ craft, livery, day, material, position, coordinates }) {
  if (material === Material.blade && coordinates[0] > 0.9)
    return { ...plain[Material.blade], colour: [0.75, 0.74, 0.7] };
  if (plain[material]) return plain[material];
  const paint = paintAt({ craft, livery, day, material, position, coordinates });
  if (paint.glass) return { colour: paint.colour, metal: 0, base: 0.085, gloss: 1, glass: 1, lit: paint.lit };
  return { colour: paint.colour, metal: paint.metal ?? 0, base: 0.045, gloss: 0.82 };
}

/** How much of the sun reaches a place, from its shadow map, with soft edges. */
function litAt(sun, position, bias, spread = 1) {
  const [x, y, depth] = sun.camera.project(position);
  let lit = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const [px, py] = [Math.round(x + dx * 1.5 * spread), Math.round(y + dy * 1.5 * spread)];
      const outside = px < 0 || py < 0 || px >= sun.width || py >= sun.height;
      if (outside || sun.depth[py * sun.width + px] > depth - bias) lit++;
    }
  }
  return lit / 9;
}

/** How much of the sky the aircraft hides from each place on the ground, 0 to 1. */
function contactShadow({ camera, depth, width, reach }) {
  const hidden = new Float32Array(width * width);
  for (let i = 0; i < hidden.length; i++) {
    const height = depth[i] - 2 * reach;
    hidden[i] = Number.isFinite(height) ? 1 / (1 + Math.max(0, height) * 0.34) : 0;
  }
  const near = blur(hidden, width, Math.max(2, Math.round((width / reach) * 0.1)));
  const far = blur(blur(hidden, width, Math.round((width / reach) * 0.34)), width, Math.round((width / reach) * 0.34));
  return (x, z) => {
    const [px, py] = camera.project([x, 0, z]);
    const at = (field) => sample(field, width, px - 0.5, py - 0.5);
    return clamp(at(near) * 0.5 + at(far) * 0.62);
  };
}

function sample(field, width, x, y) {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= width - 1) return 0;
  const [fx, fy] = [x - ix, y - iy];
  const at = iy * width + ix;
  return mix(mix(field[at], field[at + 1], fx), mix(field[at + width], field[at + width + 1], fx), fy);
}

function blur(field, width, radius) {
  const pass = (source, along, across) => {
    const result = new Float32Array(source.length);
    for (let line = 0; line < width; line++) {
      let sum = 0;
      for (let i = -radius; i < width + radius; i++) {
        if (i + radius < width) sum += source[line * across + (i + radius) * along];
        if (i - radius - 1 >= 0) sum -= source[line * across + (i - radius - 1) * along];
        if (i >= 0 && i < width) result[line * across + i * along] = sum / (radius * 2 + 1);
      }
    }
    return result;
  };
  return pass(pass(field, 1, width), width, 1);
}

/** Concrete after rain: joints, patches, the sky and the aircraft mirrored in it, its shadow. */
function groundAt(scene, { ray, x, y, contact, mirror }) {
  const { camera, day, craft } = scene;
  const distance = camera.eye[1] / -ray[1];
  const [gx, gz] = [camera.eye[0] + ray[0] * distance, camera.eye[2] + ray[2] * distance];
  const near = clamp(1 - distance / (craft.length * 14));
  const turn = [gx * 0.94 + gz * 0.34, gz * 0.94 - gx * 0.34];
  const joint = Math.min(...turn.map((v) => Math.abs(((((v / 7.5) % 1) + 1.5) % 1) - 0.5) * 7.5));
  const wear = mix(0.84, 1.08, clouds(gx * 0.16, gz * 0.16, 4)) * mix(0.97, 1.03, noise(gx * 3, gz * 3));
  const concrete = scale(day.ground, wear * (joint < 0.045 + distance * 0.0006 ? mix(1, 0.86, near) : 1));
  const lead = Math.abs(gz - 0.0011 * Math.max(0, gx - craft.length * 0.3) ** 2 * Math.sign(camera.eye[2]));
  const painted = scale([0.62, 0.45, 0.13], 0.72 * wear);
  const marked =
    lead < 0.085 + distance * 0.0004
      ? blend(concrete, painted, 0.75 * near * step(0.3, 0.5, clouds(gx * 2.2, gz * 2.2, 2)))
      : concrete;
  const lit = litAt(scene.sun, [gx, 0, gz], 0.05, 2.4);
  const dark = contact(gx, gz);
  const ambient = add(scale(day.zenith, 0.42), add(scale(day.middle, 0.42), scale(day.horizon, 0.3)));
  const sun = (day.direction[1] * day.power * lit) / 1.7;
  let colour = [0, 1, 2].map((k) => marked[k] * (ambient[k] * (1 - 0.88 * dark) + day.sun[k] * sun * (1 - 0.3 * dark)));
  const facing = -ray[1];
  const wet = (0.1 + 0.75 * (1 - facing) ** 7) * mix(0.55, 1, step(0.35, 0.62, clouds(gx * 0.09 + 5, gz * 0.09, 3)));
  const upward = [ray[0], -ray[1], ray[2]];
  const image = mirroredAt(scene, mirror, { x, y, contact });
  const sky = ridgeAt(day, upward) ?? skyAt(day, upward, false);
  colour = blend(colour, image ? blend(sky, image.colour, image.part) : sky, wet * 0.55);
  return blend(colour, day.haze, step(craft.length * 2.6, craft.length * 26, distance) * 0.9);
}

/** The aircraft's image in the ground, softer with its height: a mean over a short column of the mirror's picture. */
function mirroredAt(scene, mirror, { x, y, contact }) {
  let [sum, hits, taps] = [[0, 0, 0], 0, 0];
  for (let i = -3; i <= 3; i++) {
    const py = Math.round(y + i * 3.2);
    const px = Math.round(x + (i % 2) * 2);
    if (py < 0 || py >= mirror.height || px < 0 || px >= mirror.width) continue;
    taps++;
    const at = py * mirror.width + px;
    if (!mirror.material[at]) continue;
    hits++;
    sum = add(sum, dullAt(scene, mirror, at, contact));
  }
  return hits ? { colour: scale(sum, 1 / hits), part: hits / taps } : null;
}

function dullAt({ craft, livery, day }, mirror, at) {
  const flipped = [mirror.position[at * 3], -mirror.position[at * 3 + 1], mirror.position[at * 3 + 2]];
  const skin = skinOf({
    craft,
    livery,
    day,
    material: mirror.material[at],
    position: flipped,
    coordinates: mirror.coordinates.subarray(at * 2, at * 2 + 2),
  });
  const up = -mirror.normal[at * 3 + 1];
  const shade = 0.34 + 0.3 * clamp(up * 0.5 + 0.5);
  return [0, 1, 2].map((k) => skin.colour[k] * shade * (day.middle[k] + day.ground[k]) * 0.95);
}
