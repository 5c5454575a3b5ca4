import { add, blend, clamp, clouds, dot, light, noise, normalise, scale, step } from "./vector.mjs";

/** Four kinds of light to stand in: colours of the sky from zenith to horizon, of the sun, the ground and the haze. */
const hours = [
  {
    name: "dawn",
    zenith: "#5f88b8",
    middle: "#b3c6da",
    horizon: "#f8dcc4",
    sun: "#ffd6aa",
    power: 2.3,
    ground: "#8e8c8d",
    ridge: "#71829c",
    haze: "#ecd5c4",
    elevation: 0.24,
    exposure: 1.0,
  },
  {
    name: "morning",
    zenith: "#4a80b8",
    middle: "#9dc0dc",
    horizon: "#e6edf0",
    sun: "#fff3df",
    power: 2.5,
    ground: "#94918d",
    ridge: "#7f9aae",
    haze: "#dbe6ec",
    elevation: 0.5,
    exposure: 0.9,
  },
  {
    name: "dusk",
    zenith: "#1f3d63",
    middle: "#6488ad",
    horizon: "#f6cfa6",
    sun: "#ffc48c",
    power: 1.5,
    ground: "#70757a",
    ridge: "#3c506b",
    haze: "#b9aeaa",
    elevation: 0.19,
    exposure: 1.2,
    lamps: true,
  },
  {
    name: "noon",
    zenith: "#3f74a8",
    middle: "#8fb4cf",
    horizon: "#eef0ec",
    sun: "#fff6e6",
    power: 2.2,
    ground: "#8f8e8b",
    ridge: "#6f8a94",
    haze: "#dfe8e8",
    elevation: 0.7,
    exposure: 0.9,
  },
];

/** The light of one picture. `side` is where the sun stands: on the camera's side of the aircraft, a little behind it. */
export function createDaylight(number, azimuth) {
  const hour = hours[number % hours.length];
  const colours = Object.fromEntries(
    ["zenith", "middle", "horizon", "sun", "ground", "ridge", "haze"].map((key) => [key, light(hour[key])]),
  );
  const direction = normalise([Math.cos(azimuth), Math.tan(hour.elevation) * 1.15, Math.sin(azimuth)]);
  return {
    ...colours,
    name: hour.name,
    power: hour.power,
    lamps: Boolean(hour.lamps),
    exposure: hour.exposure,
    direction,
    seed: number * 13.7,
  };
}

/** The colour of the sky in a direction, the sun's glow included. `detail` false leaves the clouds out, for reflections. */
export function skyAt(day, ray, detail = true) {
  const up = Math.max(0, ray[1]);
  let colour =
    up < 0.12
      ? blend(day.horizon, day.middle, step(-0.01, 0.13, up))
      : blend(day.middle, day.zenith, step(0.08, 0.46, up));
  const toward = Math.max(0, dot(ray, day.direction));
  colour = add(colour, scale(day.sun, toward ** 6 * 0.16 + toward ** 60 * 0.35));
  if (!detail) return colour;
  const plane = 1 / (up + 0.11);
  const angle = Math.atan2(ray[2], ray[0]);
  const streak = clouds(angle * 3.4 + day.seed + plane * 0.1, plane * 1.9 + day.seed, 5);
  const cover = step(0.5, 0.82, streak) * step(0.0, 0.06, up) * 0.62;
  const lining = blend(day.horizon, blend(day.middle, day.horizon, 0.35), step(0.02, 0.3, up));
  return blend(colour, add(scale(lining, 0.97), scale(day.sun, 0.06 + 0.1 * toward ** 3)), cover);
}

/** Hills and trees along the horizon: what hides the sky low down, or null. */
export function ridgeAt(day, ray) {
  const angle = Math.atan2(ray[2], ray[0]);
  const layers = [
    { height: 0.014 + 0.05 * clouds(angle * 2.6 + day.seed, 3.1, 4), haze: 0.72 },
    { height: 0.004 + 0.03 * clouds(angle * 5.5 + day.seed * 2, 9.4, 5), haze: 0.5 },
    { height: 0.002 + 0.006 * noise(angle * 30, 2) + 0.005 * clouds(angle * 120, 7, 3), haze: 0.2 },
  ];
  const slope = ray[1] / Math.hypot(ray[0], ray[2]);
  if (slope < hangarAt(angle, day.seed)) return blend(day.ridge, day.haze, 0.34 + 0.1 * noise(angle * 90, 4));
  for (const layer of layers.toReversed()) {
    if (slope < layer.height) {
      const mist = clamp(layer.haze + 0.25 * (1 - slope / layer.height));
      return blend(day.ridge, day.haze, mist);
    }
  }
  return null;
}

/** Low roofs of an airfield far away: how high they stand over the horizon. */
function hangarAt(angle, seed) {
  const cell = angle * 11 + seed;
  const kind = noise(Math.floor(cell) * 7.1, 3.3);
  const across = cell - Math.floor(cell);
  if (kind < 0.42 || across < 0.1 || across > 0.82) return 0;
  const roof = kind > 0.68 ? 0.0035 * Math.sqrt(Math.max(0, 1 - ((across - 0.46) / 0.37) ** 2)) : 0;
  return 0.006 + 0.004 * kind + roof;
}

/** What a glossy skin sees in a direction: sky above, ground below, a soft line between. */
export function reflectionAt(day, ray, shade = 1) {
  const ground = scale(day.ground, 0.62 * shade);
  if (ray[1] < -0.05) return blend(ground, scale(ground, 0.78), step(0.05, 0.8, -ray[1]));
  const sky = skyAt(day, [ray[0], Math.max(0, ray[1]), ray[2]], false);
  const ridge = blend(day.ridge, day.haze, 0.3);
  if (ray[1] < 0.045)
    return blend(blend(ground, scale(ridge, 0.85), step(-0.05, 0, ray[1])), sky, step(0.0, 0.045, ray[1]));
  return sky;
}

/** Linear light → the screen's bytes, with a soft shoulder. */
export function develop(colour, exposure) {
  return colour.map((value) => {
    const x = Math.max(0, value * exposure * 0.82);
    const film = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14);
    const bent = clamp(film * 0.72 + Math.min(1, x * 1.04) * 0.28);
    return 255 * (bent <= 0.0031308 ? bent * 12.92 : 1.055 * bent ** (1 / 2.4) - 0.055);
  });
}
