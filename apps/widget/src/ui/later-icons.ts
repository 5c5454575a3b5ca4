/** The drawings of the later screens, on the grid of `icon.tsx`. */
export const laterIcons = {
  back: "M16 10H4m5-5-5 5 5 5",
  check: "M4 11 l4 4 8-9",
  close: "M5 5 l10 10m0-10L5 15",
  phone: "M4 4h3l1 4-1 1a9 9 0 0 0 4 4l1-1 4 1v3h-1A11 11 0 0 1 4 5Z",
  mail: "M3 5h14v10H3zl7 6 7-6",
} as const;
