import type { RunOptions } from "axe-core";

/** WCAG 2.2 AA and good practice. Rules about whole pages are left out: the page around belongs to the broker. */
export const axeRules: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  rules: {
    region: { enabled: false },
    "landmark-one-main": { enabled: false },
    "page-has-heading-one": { enabled: false },
  },
};
