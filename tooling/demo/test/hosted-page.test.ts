import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

const home = "/s/pk_demo/";

describe("a broker's hosted page", () => {
  test("takes a request under the strictest policy, and calls nobody else", async () => {
    const { page, stray } = await demo.visit(home);
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "Nice");
    await visitor.pickDay("Date", 20);
    await visitor.search();
    await visitor.chooseOptions(1);
    expect(await visitor.request("Hedy Hosted")).toMatch(/^LL-/);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test.each([
    [1280, "light", "de"],
    [360, "dark", "ar"],
  ] as const)(
    "at %i px, %s, in %s: nothing scrolls sideways and axe finds no fault",
    async (width, colorScheme, lang) => {
      for (const path of [home, "/t/pk_demo/EGGW-OMDW-20301213-1100-7_OMDW-EGGW-20301220-open-7"]) {
        const { page } = await demo.visit(`${path}?lang=${lang}`, { colorScheme, viewport: { width, height: 800 } });
        await page.locator("liftline-search").getByRole("button").first().waitFor();
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        await page.context().close();
      }
    },
  );

  test("is whole without a script: whom to call, and why the search is not there", async () => {
    const { page } = await demo.visit(home, { javaScriptEnabled: false });
    expect(await page.getByRole("link", { name: /Call \+44/ }).count()).toBe(1);
    // Not at once: where there is a script, it would be read for a moment.
    await page.getByText("needs JavaScript").waitFor();
  });

  test("can be installed: its manifest and icons are what a browser asks for", async () => {
    const { page } = await demo.visit(home);
    const session = await page.context().newCDPSession(page);
    const { errors, url } = await session.send("Page.getAppManifest");
    expect([errors, new URL(url).pathname]).toEqual([[], "/s/pk_demo/app.webmanifest"]);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    // A context of a test counts as a private window, in which nothing is installed.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
    await page.context().close();
  });

  test("opens without a network once it was there, and keeps nothing but its shell", async () => {
    const { page } = await demo.visit(home);
    await page.evaluate("navigator.serviceWorker.ready");
    await page.reload();
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "Nice");
    await visitor.pickDay("Date", 20);
    await visitor.search();
    expect(await keptBy(page)).toEqual(
      expect.arrayContaining([
        home,
        "/s/pk_demo/page.css",
        "/widget/v1/liftline.js",
        expect.stringMatching(/^\/widget\/.*\/liftline-/),
      ]),
    );
    const others = (await keptBy(page)).filter(
      (path) => !/^\/s\/pk_demo\/[\w.]*$|^\/widget\/[\w.-]+\/[\w.-]+\.js$/.test(path),
    );
    expect(others).toEqual([]);

    await page.context().setOffline(true);
    await page.reload();
    expect(await page.getByRole("link", { name: /Call \+44/ }).isVisible()).toBe(true);
    await page.locator("liftline-search").getByRole("button").first().waitFor();
    await page.context().close();
  });
});

describe("a trip link", () => {
  test("opens with the search filled in, and searches", async () => {
    const { page, stray } = await demo.visit("/t/pk_demo/EGGW-LFMN-20301213-1100-3?currency=USD");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("London to Nice");
    const card = page.locator("liftline-search");
    expect(await card.getByRole("combobox", { name: "From", exact: true }).inputValue()).toContain("EGGW");
    await visitorOn(page).search();
    expect(await page.getByText("$").count()).toBeGreaterThan(0);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("is a timetable without a script", async () => {
    const { page } = await demo.visit("/t/pk_demo/EGGW-LFMN-20301213-1100-3", { javaScriptEnabled: false });
    for (const text of ["EGGW", "LFMN", "11:00", "3 passengers"])
      expect(await page.getByText(text, { exact: true }).count()).toBe(1);
  });
});

/** Paths of all that the page's caches hold. */
function keptBy(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    "caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).then((paths) => paths.flat())",
  );
}
