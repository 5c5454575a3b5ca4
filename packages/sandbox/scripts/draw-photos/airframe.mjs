import { skinBelly, skinFuselage, shapeFuselage } from "./fuselage.mjs";
import { addGear } from "./gear.mjs";
import { measures } from "./measures.mjs";
import { createMesh } from "./mesh.mjs";
import { addEngines } from "./power.mjs";
import { skinTail, skinWings } from "./surfaces.mjs";
import { bar } from "./mesh.mjs";
import { Material } from "./materials.mjs";

/** The aeroplane of a type as a mesh on its wheels, with where its windows are. The ground is y = 0. */
export function buildAirframe(type) {
  const m = measures.get(type.slug);
  const airliner = type.mount === "wing" && type.propulsion === "jet";
  const nosed = type.mount === "nose";
  const regional = type.lengthM > 19 && type.propulsion === "turboprop";
  const piston = type.propulsion === "piston";
  const mesh = createMesh();
  const low = type.layout === "low-wing";

  const clearance = clearanceOf({ type, m, airliner, regional, nosed, low });
  const middle = clearance + m.height / 2;
  const overhang = type.tail === "t" ? 0.07 : 0.025;
  const fuselageLength = type.lengthM * (1 - overhang) - (nosed ? 0.35 : 0);
  const shape = shapeFuselage({
    nose: nosed
      ? "cowl"
      : airliner || regional || type.slug === "erj-145"
        ? "airliner"
        : type.propulsion === "jet"
          ? "jet"
          : "snub",
    tail: piston || (nosed && type.slug !== "pilatus-pc-12") ? "slim" : airliner ? "airliner" : "jet",
    noseLength:
      m.height *
      (nosed ? (piston ? 1.7 : 1.95) : airliner ? 1.4 : regional ? 1.75 : type.propulsion === "jet" ? 2.15 : 2.0),
    tailLength: m.height * (airliner ? 2.9 : piston ? 2.7 : nosed ? 3.0 : 2.75),
    length: fuselageLength,
    height: m.height,
    width: m.width,
  });
  const front = type.lengthM / 2 - (nosed ? 0.35 : 0);
  skinFuselage(mesh, shape, { middle, front });

  const wing = shapeWing({ type, m, middle, airliner, regional, nosed, fuselageLength });
  const path = skinWings(mesh, wing, front);
  if (low && !piston) {
    skinBelly(mesh, {
      from: wing.station - wing.root * 0.3,
      to: wing.station + wing.root * 1.35,
      depth: m.height * 0.07,
      width: m.width * 1.06,
      middle,
      front,
      half: m.height / 2,
    });
  }
  addTail(mesh, { type, m, middle, shape, front, fuselageLength, airliner });
  const plan = { type, m, middle, shape, front, wing, path, clearance, airliner, regional, nosed };
  addEngines(mesh, plan);
  addGear(mesh, plan);
  if (type.slug === "cessna-caravan") addStruts(mesh, { wing, front, middle, m });
  if (type.slug === "piaggio-avanti") {
    skinWings(
      mesh,
      {
        station: 0.9,
        height: middle - m.height * 0.16,
        inset: m.width * 0.2,
        span: 3.4,
        root: 0.75,
        tip: 0.42,
        sweep: 3,
        dihedral: -4,
        ending: "none",
      },
      front,
    );
  }
  return {
    mesh,
    decals: placeDecals({ type, m, shape, nosed, airliner, regional, wing }),
    front,
    middle,
    shape,
    length: type.lengthM,
  };
}

function clearanceOf({ type, m, airliner, regional, nosed, low }) {
  if (airliner) return low ? 0.46 * m.height : 0.24 * m.height;
  if (regional) return low ? 1.25 : 0.62;
  if (nosed) return m.propeller / 2 - m.height * 0.44 + (type.slug === "cessna-caravan" ? 0.3 : 0.36);
  if (m.propeller) return Math.max(0.66, m.propeller / 2 - m.height * 0.3);
  return 0.46 + type.lengthM * 0.021;
}

function shapeWing({ type, m, middle, airliner, regional, nosed, fuselageLength }) {
  const straight = m.sweep < 9;
  const root =
    m.span *
    (airliner ? 0.178 : straight ? (type.propulsion === "jet" ? 0.155 : 0.135) : 0.2) *
    (type.slug === "piaggio-avanti" ? 0.85 : 1);
  const tip = root * (straight ? (regional ? 0.55 : 0.5) : 0.3);
  const reach = m.span / 2 - m.width / 2;
  const balance =
    { "piaggio-avanti": 0.655 }[type.slug] ??
    (type.mount === "fuselage" || type.mount === "overwing"
      ? 0.56
      : airliner
        ? 0.485
        : nosed
          ? 0.415
          : regional
            ? 0.47
            : 0.42);
  const station = balance * fuselageLength - 0.42 * reach * Math.tan((m.sweep * Math.PI) / 180) - 0.2 * root;
  const places = { "low-wing": nosed ? -0.82 : m.propeller ? -0.62 : -0.56, "mid-wing": 0.1, "high-wing": 0.88 };
  const high = type.layout === "high-wing";
  return {
    span: m.span,
    inset: m.width * (high ? 0.1 : 0.3),
    root,
    tip,
    kink: airliner || (type.propulsion === "jet" && !straight) ? 0.36 : 0,
    sweep: m.sweep,
    dihedral: high ? (airliner ? -3 : 0.6) : type.layout === "mid-wing" ? 1 : m.propeller || straight ? 5.5 : 3.2,
    station,
    height: middle + places[type.layout] * (m.height / 2),
    ending: m.ending,
    wingletHeight: m.wingletHeight ?? 0,
  };
}

function addTail(mesh, { type, m, middle, shape, front, fuselageLength, airliner }) {
  const kind = { t: "t", cruciform: "cross", conventional: "low", v: "v" }[type.tail];
  const straight = type.propulsion !== "jet";
  const root = type.lengthM * (airliner ? 0.19 : straight ? 0.145 : kind === "t" ? 0.175 : 0.2);
  const station = fuselageLength - root * (kind === "t" ? 0.98 : airliner ? 1.06 : 1.02);
  const height = middle + shape.top(station + root * 0.45) - m.height * 0.1;
  const span = m.span * (kind === "low" ? 0.39 : straight ? 0.33 : 0.37);
  const chord = span * (straight ? 0.24 : 0.29);
  skinTail(
    mesh,
    {
      kind,
      station,
      height,
      rise: m.overall - height,
      root,
      tip: root * (kind === "t" ? 0.66 : 0.36),
      sweep: straight && kind !== "t" ? 28 : kind === "t" ? 42 : 40,
      fillet: type.lengthM * (straight ? 0.1 : 0.06),
      planeHeight: middle + shape.top(fuselageLength * 0.95) * 0.45,
      plane: {
        span,
        inset: kind === "low" ? m.width * 0.1 : 0.02,
        root: chord,
        tip: chord * (straight ? 0.6 : 0.45),
        sweep: straight ? 10 : 32,
        dihedral: kind === "low" ? (airliner ? 6 : type.slug === "citation-bravo" ? 8 : 1) : -1.5,
        station: fuselageLength - chord * 1.12,
        ending: "none",
      },
    },
    front,
  );
}

function addStruts(mesh, { wing, front, middle, m }) {
  for (const side of [-1, 1]) {
    bar(mesh, {
      from: [front - wing.station - 0.55, middle - m.height * 0.32, side * m.width * 0.48],
      to: [front - wing.station - 0.5, wing.height + 0.02, side * wing.span * 0.27],
      radius: 0.06,
      material: Material.wing,
    });
  }
}

/** Where the panes are, in metres of station and of height above the cabin's middle. */
function placeDecals({ type, m, shape, nosed, airliner, regional, wing }) {
  const n = type.windows;
  const cabin = {
    from: shape.noseLength * (nosed ? 1.04 : 1.08),
    to:
      type.mount === "fuselage" || type.mount === "overwing"
        ? Math.min(shape.length * 0.66, wing.station + wing.root * 1.25)
        : shape.length - shape.tailLength * (type.propulsion === "piston" ? 0.78 : nosed ? 0.9 : 1.02),
  };
  const big = airliner || regional || type.slug === "erj-145";
  const pitch = (cabin.to - cabin.from) / Math.max(1, n);
  const gulfstream = m.pane === "oval" && type.lengthM > 25;
  const height = gulfstream ? 0.5 : big ? 0.34 : Math.min(0.4, m.height * 0.21) * (m.propeller && !nosed ? 0.95 : 1);
  const glider = type.propulsion === "piston" && m.pane === "rect";
  const width = glider
    ? pitch * 0.82
    : gulfstream
      ? 0.68
      : m.pane === "round"
        ? height * 0.92
        : m.pane === "oval"
          ? height * 0.9
          : height * (big ? 0.68 : 0.76);
  const screen = nosed
    ? { from: 0.53, to: type.propulsion === "piston" ? 1.0 : 0.9, low: 0.34, high: 0.82 }
    : airliner || regional
      ? { from: 0.32, to: 0.72, low: 0.42, high: 0.76 }
      : { from: 0.42, to: 0.9, low: 0.3, high: 0.76 };
  return {
    panes: {
      from: cabin.from + pitch / 2,
      pitch,
      count: n,
      height: (glider ? m.height * 0.27 : height) / 2,
      width: Math.min(width, pitch * 0.86) / 2,
      at: m.height * (glider ? 0.2 : 0.145),
      power: { round: 2.1, oval: 2.35, rect: 3.6 }[m.pane],
    },
    screen: {
      from: screen.from * shape.noseLength,
      to: screen.to * shape.noseLength,
      low: screen.low * m.height * 0.5,
      high: screen.high * m.height * 0.5,
    },
    door: {
      at: shape.noseLength * (airliner ? 1.02 : 1.06) - (big ? 0 : 0.1),
      width: big ? 0.84 : 0.68,
      low: -m.height * 0.36,
      high: m.height * 0.33,
      aft: Boolean(m.propeller),
    },
  };
}
