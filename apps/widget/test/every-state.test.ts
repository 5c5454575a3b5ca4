import { createRequire } from "node:module";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import type axeCore from "axe-core";
import { chromium, type Page } from "playwright-core";
import { afterAll, describe, test, vi } from "vitest";
import { axeRules } from "./axe-rules.ts";
import { heard, settled } from "./every-state-heard.ts";
import { serveBooking } from "./pictures/open-booking.ts";
import { openSearch, searchStates, type Look } from "./screens.ts";

const usual: Omit<Look, "name">[] = (["light", "dark"] as const).flatMap((scheme) =>
  ["en-GB", "ar"].flatMap((lang) => [360, 768, 1280].map((width) => ({ scheme, lang, width }))),
);
/** As narrow as a page gets, or enlarged four times: https://www.w3.org/TR/WCAG22/#reflow */
const reflow = 320;
const narrowest: Omit<Look, "name"> = { scheme: "light", lang: "en-GB", width: reflow };
/** Each state in one look, or with `LIFTLINE_STATES=all` in thirteen: minutes. */
const looks = process.env["LIFTLINE_STATES"] === "all" ? [...usual, narrowest] : usual.slice(0, 1);

/** One waits for its page while the other is looked at. */
vi.setConfig({ maxConcurrency: 2 });

const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
const booking = await serveBooking(browser);
afterAll(async () => {
  await browser.close();
  await booking.close();
});

describe("the form and what follows a search", () => {
  for (const name of Object.keys(searchStates)) state(name, (look) => openSearch(browser, look));
});

describe("options, request and receipt", () => {
  for (const name of booking.states) state(name, (look) => booking.open(look));
});

function state(name: string, open: (look: Look) => Promise<Page>): void {
  test.concurrent(
    `${name}: axe finds nothing wrong, nothing is wider than the page, names and news are as kept`,
    // Once more: on a machine that stalls a form is sent before its airports have come, which the flows look at.
    { timeout: 600_000, retry: 1 },
    async ({ expect }) => {
      const given: string[] = [];
      for (const look of looks) {
        const page = await open({ name, ...look });
        // Before axe takes its time: the words of a wait change with the clock.
        await settled(page, name);
        given.push(await heard(page));
        expect(await faultsOf(page), JSON.stringify(look)).toEqual([]);
        expect(await overflow(page), JSON.stringify(look)).toBe(0);
        if (look.width === 360) {
          await page.setViewportSize({ width: reflow, height: 780 });
          expect(await overflow(page), `${JSON.stringify(look)} at ${reflow} px`).toBe(0);
        }
        await page.close();
      }
      // Last: a name that has changed hides nothing that is wrong.
      expect(given[0]).toMatchSnapshot();
    },
  );
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** `rule: element` of each fault. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async (rules) => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document, rules);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, axeRules);
}

/** Pixels by which the page could be scrolled sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
