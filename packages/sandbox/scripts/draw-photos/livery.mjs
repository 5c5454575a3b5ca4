import { Material } from "./materials.mjs";
import { blend, chance, light, mix, scale, step } from "./vector.mjs";

/** Paint schemes: body, belly, a line between them and what the fin carries. None belongs to anyone. */
const liveries = [
  { body: "#f4f3ef", belly: "#f4f3ef", line: "#1d2f4f", second: "#b59a63", fin: "#f4f3ef", swoosh: "rise" },
  { body: "#f2f2f0", belly: "#25344d", line: "#b9c1c9", second: "#25344d", fin: "#25344d", swoosh: "belly" },
  { body: "#f3f1ec", belly: "#d9d2c4", line: "#8c6b3f", second: "#3b3a3a", fin: "#f3f1ec", swoosh: "twin" },
  { body: "#c9ccd0", belly: "#8c929a", line: "#5e1f2b", second: "#e9e9e9", fin: "#c9ccd0", swoosh: "rise" },
  { body: "#f5f5f3", belly: "#f5f5f3", line: "#5d6670", second: "#9aa3ab", fin: "#3f4851", swoosh: "tail" },
  { body: "#2c333d", belly: "#1f252d", line: "#b08d57", second: "#b08d57", fin: "#2c333d", swoosh: "twin" },
  { body: "#f4f2ee", belly: "#f4f2ee", line: "#0f5a5c", second: "#9fb8b5", fin: "#0f5a5c", swoosh: "tail" },
  { body: "#efede8", belly: "#6b747c", line: "#c8a15a", second: "#6b747c", fin: "#efede8", swoosh: "belly" },
];

export function chooseLivery(slug, number) {
  const chosen = liveries[number ?? Math.floor(chance(`${slug} livery`) * liveries.length)];
  const colours = Object.fromEntries(
    ["body", "belly", "line", "second", "fin"].map((key) => [key, light(chosen[key])]),
  );
  return { ...colours, swoosh: chosen.swoosh };
}

/** The colour of the paint, and whether it is bare skin, glass or a lit pane, at a place on the aircraft. */
export function paintAt({ craft, livery, material, position, coordinates }) {
  if (material === Material.fuselage)
    return craft.decals ? fuselageAt(craft, livery, coordinates, position) : { colour: livery.body };
  if (material === Material.wing) {
    if (coordinates[0] < 0.05) return { colour: [0.62, 0.63, 0.65], metal: 0.8 };
    const aileron = coordinates[0] > 0.755 && coordinates[0] < 0.768 && coordinates[1] > 0.08;
    return { colour: scale(blend(livery.body, [0.72, 0.73, 0.75], 0.35), aileron ? 0.55 : 1) };
  }
  if (material === Material.fin) return { colour: finAt(livery, coordinates) };
  if (material === Material.nacelle)
    return {
      colour:
        coordinates[0] > 0.93
          ? [0.4, 0.4, 0.42]
          : blend(livery.body, livery.second, livery.swoosh === "twin" ? 0.0 : 0.04),
    };
  return { colour: livery.body };
}

function finAt(livery, [chord, rise]) {
  if (chord > 0.715 && chord < 0.73) return scale(livery.fin, 0.6);
  if (livery.swoosh === "rise" || livery.swoosh === "twin") {
    const band = rise * 0.55 + 0.28;
    if (chord > band && chord < band + 0.16) return livery.line;
    if (chord > band + 0.2 && chord < band + 0.24) return livery.second;
  }
  if (livery.swoosh === "tail" && chord + rise * 0.35 > 0.82 && chord + rise * 0.35 < 0.9) return livery.second;
  return livery.fin;
}

function fuselageAt(craft, livery, [station, height], position) {
  const { decals, shape } = craft;
  const glass = decals.helicopter
    ? bubbleAt(decals, shape, station, height, position)
    : paneAt(decals, shape, station, height, position);
  if (glass) return glass;
  if (decals.helicopter) return { colour: schemeAt(livery, shape, station, height) };
  return { colour: scale(schemeAt(livery, shape, station, height), seamAt(decals, station, height, position)) };
}

function paneAt({ panes, screen }, shape, station, height, position) {
  const index = Math.round((station - panes.from) / panes.pitch);
  if (index >= 0 && index < panes.count) {
    const across = (station - panes.from - index * panes.pitch) / panes.width;
    const down = (height - panes.at) / panes.height;
    const reach = Math.abs(across) ** panes.power + Math.abs(down) ** panes.power;
    if (reach < 1) return { colour: [0.018, 0.021, 0.026], glass: 1, lit: 0.35 + 0.65 * chance(`${index}`) };
    const rim = 1 + 0.035 / panes.height;
    if (reach < rim ** panes.power) return { colour: [0.42, 0.43, 0.45], metal: 0.5 };
  }
  if (station > screen.from * 0.9 && station < screen.to) {
    const t = (station - screen.from) / (screen.to - screen.from);
    const low = screen.low + (screen.high - screen.low) * 0.12 * step(0.2, 1, t);
    const high = screen.high - (screen.high - screen.low) * 0.34 * step(0.55, 1, t);
    const end = screen.to - (screen.to - screen.from) * 0.16 * ((height - low) / (high - low)) ** 2;
    const across = Math.abs(position[2]) / Math.max(0.01, shape.width(station));
    const post =
      Math.abs(position[2]) < 0.025 || Math.abs(across - 0.72 - 0.1 * t) < 0.028 || Math.abs(t - 0.66) < 0.022;
    if (height > low && height < high && station < end)
      return post ? { colour: [0.1, 0.1, 0.11] } : { colour: [0.014, 0.016, 0.02], glass: 1 };
    if (height > low - 0.035 && height < high + 0.035 && station < end + 0.035) return { colour: [0.16, 0.16, 0.17] };
  }
  return null;
}

/** A helicopter's glazing: windscreen, chin windows and the doors' panes between their frames. */
function bubbleAt(decals, shape, station, height, position) {
  const h = height / decals.half;
  const clear = 0.6 + 0.9 * step(-0.8, 0.9, h);
  const glass = { colour: [0.03 * clear, 0.042 * clear, 0.052 * clear], glass: 1, lit: 0.12 };
  const lateral = Math.abs(position[2]);
  if (station < decals.glaze) {
    const t = station / decals.glaze;
    const roof = 0.86 - 0.1 * t;
    if (lateral < 0.028 || Math.abs(h + 0.42) < 0.03) return null;
    if (h > -0.38 && h < roof && t > 0.06 && t < 0.955) return glass;
    if (h < -0.46 && h > -0.82 && t > 0.16 && t < 0.62 && lateral > 0.12) return glass;
    return null;
  }
  for (const [at, width] of decals.panes) {
    const across = (station - at) / (width / 2);
    const down = (h - 0.27) / 0.46;
    if (Math.abs(across) ** 4.5 + Math.abs(down) ** 4.5 < 1) return lateral > shape.width(station) * 0.5 ? glass : null;
  }
  return null;
}

/** Door, panels: fine lines darker than the paint. */
function seamAt({ door }, station, height, position) {
  if (position[2] < 0 !== Boolean(door.flip)) {
    const dx = Math.abs(station - door.at - door.width / 2) - door.width / 2;
    const dy = Math.max(door.low - height, height - door.high);
    const outline = Math.max(dx, dy);
    if (!door.aft && Math.abs(outline) < 0.011) return 0.5;
  }
  return 1;
}

function schemeAt(livery, shape, station, height) {
  const t = station / shape.length;
  const h = height / shape.half;
  const rise = step(0.42, 1, t) ** 1.6;
  if (livery.swoosh === "belly") {
    const edge = -0.42 + 0.16 * step(0.25, 0, t) + 1.25 * rise;
    if (h < edge) return livery.belly;
    return h < edge + 0.09 ? livery.line : livery.body;
  }
  if (livery.swoosh === "rise") {
    const edge = -0.3 - 0.08 * step(0.2, 0, t) + 1.15 * rise;
    const wide = mix(0.05, 0.3, rise);
    if (h > edge && h < edge + wide) return livery.line;
    if (h > edge - 0.11 && h < edge - 0.06) return livery.second;
    return h < edge - 0.11 ? livery.belly : livery.body;
  }
  if (livery.swoosh === "twin") {
    const edge = -0.26 + 0.5 * step(0.1, 0.9, t) ** 2;
    if (h > edge && h < edge + 0.07) return livery.line;
    if (h > edge - 0.12 && h < edge - 0.085) return livery.second;
    return h < edge - 0.12 ? livery.belly : livery.body;
  }
  const sweep = t + h * 0.075;
  if (sweep > 0.79) return livery.fin;
  if (sweep > 0.765 && sweep < 0.778) return livery.second;
  if (sweep > 0.735 && sweep < 0.75) return livery.line;
  return livery.body;
}
