import type { VNode } from "preact";

/** Drawn on a 20 px grid, 1.5 px strokes, round ends. */
const paths = {
  swap: "M4 7h11m-3-3 3 3-3 3M16 13H5m3-3-3 3 3 3",
  plus: "M10 4.5v11M4.5 10h11",
  minus: "M4.5 10h11",
  close: "m5.5 5.5 9 9m0-9-9 9",
  search: "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.5 3.5",
  calendar: "M4 6.5h12v9.5H4zM4 9.5h12M7 4v3m6-3v3",
  chevron: "m6 8 4 4 4-4",
  back: "M16 10H4.5m5-5-5 5 5 5",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-11v4.2l2.8 1.8",
  phone:
    "M4.5 4h3l1.3 3.4-1.7 1.3a8.6 8.6 0 0 0 4.2 4.2l1.3-1.7L16 12.5v3A1 1 0 0 1 15 16.5C9 16.5 3.5 11 3.5 5A1 1 0 0 1 4.5 4Z",
  mail: "M3.5 5h13v10h-13zm0 .5 6.5 5.5 6.5-5.5",
  alert: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-10.5v4.5m0 2.6v.1",
  plane:
    "M17 10c0-.8-.7-1.3-1.5-1.3h-3.6L8.7 3H7.2l1.5 5.7H5.3L3.9 6.9H2.8l.8 3.1-.8 3.1h1.1l1.4-1.8h3.4L7.2 17h1.5l3.2-5.7h3.6c.8 0 1.5-.5 1.5-1.3Z",
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
