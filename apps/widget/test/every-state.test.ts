import { createRequire } from "node:module";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import type axeCore from "axe-core";
import { chromium, type Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { serveBooking } from "./pictures/open-booking.ts";
import { openSearch, searchStates, type Look } from "./screens.ts";

/** A phone by day and a desk at night, left to right and right to left; `LIFTLINE_STATES=all` looks at all of them. */
const all = process.env["LIFTLINE_STATES"] === "all";
const schemes = ["light", "dark"] as const;
const looks: Omit<Look, "name">[] = all
  ? schemes.flatMap((scheme) =>
      ["en-GB", "ar"].flatMap((lang) => [360, 768, 1280].map((width) => ({ scheme, lang, width }))),
    )
  : [
      { scheme: "light", lang: "en-GB", width: 360 },
      { scheme: "dark", lang: "ar", width: 1280 },
    ];

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
  test(`${name}: axe finds nothing wrong, nothing is wider than the page`, { timeout: 600_000 }, async () => {
    for (const look of looks) {
      const page = await open({ name, ...look });
      expect(await faultsOf(page), JSON.stringify(look)).toEqual([]);
      expect(await overflow(page), JSON.stringify(look)).toBe(0);
      await page.close();
    }
  });

  test(`${name}: what a screen reader is given, and what it is told`, { timeout: 60_000 }, async () => {
    const page = await open({ name, scheme: "light", lang: "en-GB", width: 768 });
    expect(`told: ${await told(page)}\n${await page.locator("body").ariaSnapshot()}`).toMatchSnapshot();
    await page.close();
  });
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

/** `rule: element` of each fault. Rules about whole pages are left out: the page around belongs to the broker. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document, {
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
      rules: {
        region: { enabled: false },
        "landmark-one-main": { enabled: false },
        "page-has-heading-one": { enabled: false },
      },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Pixels by which the page could be scrolled sideways. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
