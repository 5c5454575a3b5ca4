import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import { axeRules } from "../../../../apps/widget/test/axe-rules.ts";
import type { Tab } from "./engine.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const look = `(async () => {
  const widget = document.querySelector("liftline-search");
  // What is still on its way in has other colours. Some things never rest.
  const moving = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
  const { violations } = await axe.run(widget, ${JSON.stringify(axeRules)});
  const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160)));
  const wide = [document.documentElement, widget].some((each) => each.scrollWidth > each.clientWidth);
  return { faults, wide };
})()`;

/** In the widget as it is now axe finds no fault, and neither it nor its page can be scrolled sideways. */
export async function expectSound(tab: Tab): Promise<void> {
  if (await tab.ask<boolean>("!globalThis.axe")) await tab.ask(`(() => { ${axe} })()`);
  expect(await tab.ask(look)).toEqual({ faults: [], wide: false });
}
