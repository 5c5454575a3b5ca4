import { measures } from "./measures.mjs";
import { chance } from "./vector.mjs";

/** How large the cabin is and how it is furnished, by category. */
export function planCabin(type) {
  const m = measures.get(type.slug);
  const wide = m ? m.width * 0.93 : type.lengthM > 12 ? 1.75 : 1.4;
  const kinds = {
    Piston: { kind: "small", height: 1.25, length: 3.0, eye: 1.0 },
    "Turbo prop": { kind: "club", height: 1.46, length: 5.2, eye: 1.1 },
    "Entry level jet (VLJ)": { kind: "club", height: 1.44, length: 4.2, eye: 1.08 },
    "Light jet": { kind: "club", height: 1.48, length: 5.2, eye: 1.1 },
    "Super light jet": { kind: "club", height: 1.62, length: 6.0, eye: 1.16 },
    "Midsize jet": { kind: "club", height: 1.74, length: 6.6, eye: 1.22 },
    "Super midsize jet": { kind: "salon", height: 1.83, length: 7.6, eye: 1.26 },
    "Heavy jet": { kind: "salon", height: 1.88, length: 9.0, eye: 1.3 },
    "Ultra long range": { kind: "salon", height: 1.92, length: 11, eye: 1.32 },
    "VIP airliner": { kind: "lounge", height: 2.2, length: 11, eye: 1.42 },
    Airliner: { kind: "rows", height: 2.05, length: 14, eye: 1.5 },
    "Helicopter single engine": { kind: "rotor", height: 1.32, length: 2.5, eye: 0.98 },
    "Helicopter twin engine": { kind: "rotor", height: 1.38, length: 2.9, eye: 1.02 },
  };
  const base = kinds[type.category];
  const salon = base.kind === "salon" || base.kind === "lounge";
  return {
    ...base,
    slug: type.slug,
    width: base.kind === "rotor" ? Math.max(1.5, wide) : Math.max(1.32, wide),
    pane: m?.pane ?? "rect",
    pitch:
      base.kind === "rows"
        ? 0.82
        : base.kind === "rotor"
          ? 1.25
          : base.kind === "small"
            ? 0.98
            : salon
              ? type.windows > 9
                ? 0.84
                : 1.02
              : 0.94,
    large: m?.pane === "oval" && type.lengthM > 25,
    start: 0.12,
    mirrored: chance(`${type.slug} hand`) < 0.5,
  };
}

/** Half of the wall from the carpet to the middle of the ceiling: `[y, z]`. */
export function sectionOf(plan) {
  const [h, w] = [plan.height, plan.width / 2];
  const floor = w * 0.8;
  return Array.from({ length: 41 }, (_, i) => {
    const t = i / 40;
    const angle = -0.62 + t * (Math.PI / 2 + 0.62);
    const y = h * 0.4 + (angle < 0 ? Math.sin(angle) / Math.sin(0.62) : Math.sin(angle) ** 0.9 * 1.5) * h * 0.4;
    const z =
      angle < 0 ? floor + (w - floor) * Math.cos((angle / 0.62) * (Math.PI / 2)) ** 0.7 : w * Math.cos(angle) ** 0.62;
    return [Math.min(y, h), z];
  });
}
