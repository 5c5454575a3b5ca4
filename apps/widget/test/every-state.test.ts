import { createRequire } from "node:module";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import type axeCore from "axe-core";
import { chromium, type Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { axeRules } from "./axe-rules.ts";
import { serveBooking } from "./pictures/open-booking.ts";
import { openSearch, searchStates, type Look } from "./screens.ts";

/** Minutes: by hand. `one` looks at each state once, `all` in its twelve looks. */
const mode = process.env["LIFTLINE_STATES"];
const looks: Omit<Look, "name">[] = (["light", "dark"] as const)
  .flatMap((scheme) => ["en-GB", "ar"].flatMap((lang) => [360, 768, 1280].map((width) => ({ scheme, lang, width }))))
  .slice(0, mode === "all" ? 12 : 1);

if (mode) {
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
} else {
  test.skip("every state in every look: LIFTLINE_STATES=one or LIFTLINE_STATES=all", () => {});
}

function state(name: string, open: (look: Look) => Promise<Page>): void {
  test(
    `${name}: axe finds nothing wrong, nothing is wider than the page, names and news are as kept`,
    { timeout: 600_000 },
    async () => {
      for (const [index, look] of looks.entries()) {
        const page = await open({ name, ...look });
        if (index === 0)
          expect(`told: ${await told(page)}\n${await page.locator("body").ariaSnapshot()}`).toMatchSnapshot();
        expect(await faultsOf(page), JSON.stringify(look)).toEqual([]);
        expect(await overflow(page), JSON.stringify(look)).toBe(0);
        await page.close();
      }
    },
  );
}

/** What was announced last. */
function told(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said: unknown = Reflect.get(window, "said");
    const root = document.querySelector("liftline-search")?.shadowRoot;
    return typeof said === "function"
      ? String(said())
      : (root?.querySelector("[part=root] > [role=status]")?.textContent ?? "");
  });
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
