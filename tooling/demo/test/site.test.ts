import { request } from "node:http";
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDemo } from "../src/start-demo.ts";
import { openDemo, type OpenDemo } from "./open-demo.ts";

const pages = ["", "ar/", "plain/", "own/", "privacy/"];
let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

describe("the broker's site", () => {
  test.each(pages.flatMap((path) => [360, 768, 1280].map((width) => [path, width] as const)))(
    "/demo/%s at %i px: every file is there, nothing is called elsewhere, nothing scrolls sideways",
    async (path, width) => {
      const { page, stray } = await demo.visit(path, { viewport: { width, height: 800 } });
      // Pictures further down are loaded when they come near.
      for (const image of await page.locator("img").all()) await image.scrollIntoViewIfNeeded();
      await page.waitForLoadState("networkidle");
      expect(stray).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  test.each(["light", "dark"] as const)(
    "axe finds no fault, %s, in either direction of writing",
    async (colorScheme) => {
      for (const path of ["", "ar/"]) {
        const { page } = await demo.visit(path, { colorScheme });
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        await page.context().close();
      }
    },
  );

  test("without the script there is a phone number and an address to write to", async () => {
    const { page } = await demo.visit("", { javaScriptEnabled: false });
    const card = page.locator("liftline-search");
    expect(await card.getByRole("link").allInnerTexts()).toEqual(["+44 20 7946 0018", "fly@demo-charter.example"]);
  });

  test.each([360, 768, 1280])(
    "nothing moves on the page while the script comes, and then the widget: at %i px",
    async (width) => {
      const { page } = await demo.visit("privacy/", { viewport: { width, height: 2400 } });
      await page.addInitScript(
        "globalThis.moves = []; new PerformanceObserver((list) => moves.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })",
      );
      // Each file comes when what was there before it is painted.
      await page.route("**/widget/**/*.js", async (route) => {
        await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await route.continue();
      });
      for (const path of ["", "ar/"]) {
        await page.goto(new URL(path, demo.url).href);
        await page.locator("liftline-search [part=form]").waitFor();
        await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
        expect([path, await page.evaluate("moves")]).toEqual([path, []]);
      }
      await page.context().close();
    },
  );

  test("serves its own folder and nothing above it", async () => {
    for (const path of [
      "/demo/../package.json",
      "/demo/%2e%2e/package.json",
      "/demo/..%2fpackage.json",
      "/demo/photos/..%2f..%2fpackage.json",
    ]) {
      expect(await statusOf(new URL(demo.url).port, path)).toBe(404);
    }
    expect(await statusOf(new URL(demo.url).port, "/demo/site.css")).toBe(200);
  });

  test("a port that is taken is said at once", async () => {
    const port = Number(new URL(demo.url).port);
    await expect(startDemo({ port, root: new URL("../../../", import.meta.url) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});

/** `fetch` would tidy the path up before it is sent. */
function statusOf(port: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path }, (response) => resolve(response.resume().statusCode))
      .once("error", reject)
      .end();
  });
}
