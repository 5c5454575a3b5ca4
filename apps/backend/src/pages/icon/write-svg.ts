import { inkOn } from "../accent.ts";
import { iconStrokes } from "./icon-strokes.ts";

/** What an icon is drawn from. */
export interface IconMatter {
  /** The broker's. */
  name: string;
  /** `#rrggbb` */
  accent: string;
}

/** Square to the edge: whoever shows it cuts it into shape. */
export function writeSvg({ name, accent }: IconMatter): string {
  const { strokes, thickness } = iconStrokes(name);
  const percent = (value: number) => Number((value * 100).toFixed(2));
  const lines = strokes.map((stroke) => `M${stroke.map((point) => point.map(percent).join(" ")).join("L")}`).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">`,
    `<path fill="${accent}" d="M0 0h100v100H0z"/>`,
    `<path fill="none" stroke="${inkOn(accent)}" stroke-width="${percent(thickness)}" stroke-linecap="round"`,
    ` stroke-linejoin="round" d="${lines}"/></svg>`,
  ].join("");
}
