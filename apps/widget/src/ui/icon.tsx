import type { VNode } from "preact";

/** Drawn on a 20 px grid, 1.5 px strokes, round ends. */
const paths = {
  swap: "M4 7h11m-3-3 3 3-3 3m4 3H5m3-3-3 3 3 3",
  plus: "M10 5v10M5 10h10",
  minus: "M5 10h10",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4-2 4 4",
  calendar: "M4 6h12v10H4zm0 4h12M7 4v3m6-3v3",
  chevron: "m6 8 4 4 4-4",
  alert: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-11v5m0 2v1",
};

/** A drawing by its name, or by its path: those of the later screens are in `later-icons.ts`. */
export type IconName = keyof typeof paths | `M${string} ${string}`;

interface IconProps {
  name: IconName;
}

/** A drawing beside words; it says nothing to a screen reader. */
export function Icon({ name }: IconProps): VNode {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path stroke="currentColor" d={name in paths ? paths[name as keyof typeof paths] : name} />
    </svg>
  );
}
