import type { VNode } from "preact";

/** Drawn on a 20 px grid, 1.5 px strokes, round ends. */
const ring = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z";

const paths = {
  swap: "M4 7h11m-3-3 3 3-3 3m4 3H5m3-3-3 3 3 3",
  plus: "M10 5v10M5 10h10",
  minus: "M5 10h10",
  close: "m5 5 10 10m0-10L5 15",
  search: "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4-2 4 4",
  calendar: "M4 6h12v10H4zm0 4h12M7 4v3m6-3v3",
  chevron: "m6 8 4 4 4-4",
  back: "M16 10H4m5-5-5 5 5 5",
  check: "m4 11 4 4 8-9",
  clock: `${ring}m0-11v4l3 2`,
  phone: "M4 4h3l1 4-1 1a9 9 0 0 0 4 4l1-1 4 1v3h-1A11 11 0 0 1 4 5Z",
  mail: "M3 5h14v10H3zl7 6 7-6",
  alert: `${ring}m0-11v5m0 2v1`,
  plane: "M17 10q0-1-2-1h-3L9 3H7l2 6H5L4 7H3l1 3-1 3h1l1-2h4l-2 6h2l3-6h3q2 0 2-1Z",
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  name: IconName;
}

/** A drawing beside words; it says nothing to a screen reader. */
export function Icon({ name }: IconProps): VNode {
  const turns = name === "back" || name === "plane" || name === "swap" ? "icon icon-turns" : "icon";
  return (
    <svg class={turns} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
