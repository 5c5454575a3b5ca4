import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

/** A phone at the edge of its network: 400 kbit/s. */
const slow = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 50_000 };

describe("the script tag on a broker's page", () => {
  test.each([360, 768, 1280])("on a slow network nothing moves and nothing waits for it, at %i px", async (width) => {
    const page = await openSlowly(demo.url, width);
    expect(await page.evaluate("moves")).toEqual([]);
    expect(await blockedBy(page)).toEqual([]);
    await page.context().close();
  });

  test("a script that never comes costs the page nothing: it is painted, read and used", async () => {
    const page = await openEmpty({ width: 1280, height: 900 });
    // Neither an answer nor a refusal.
    await page.route("**/widget/**", () => {});
    await page.goto(demo.url, { waitUntil: "commit" });
    await page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length > 0");
    await page.getByRole("link", { name: "Questions" }).click();
    expect(new URL(page.url()).hash).toBe("#questions");
    expect(await page.locator("liftline-search").getByRole("link").first().isVisible()).toBe(true);
    await page.context().close();
  });
});

describe("the search on a page of ours", () => {
  const there = "EGGW-LFMN-20301213-1100-4";
  const pages = ["/s/pk_demo/?lang=de", `/t/pk_demo/${there}`, `/t/pk_demo/${there}_LFMN-EGGW-20301220-open-4?lang=fr`];

  test.each([360, 1280].flatMap((width) => pages.map((path) => [width, path] as const)))(
    "comes into the room that is kept for it, and nothing moves, at %i px: %s",
    async (width, path) => {
      const page = await openSlowly(path, width);
      expect(await page.evaluate("moves")).toEqual([]);
      await page.context().close();
    },
  );
});

/** A page whose search has come over a slow network. */
async function openSlowly(path: string, width: number): Promise<Page> {
  // So high that all of the page is in sight: what moves below the fold, nobody notes.
  const page = await openEmpty({ width, height: 3000 });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", slow);
  // Not before there is something to see: until then nothing can move.
  await page.route("**/widget/v1/liftline.js", async (route) => {
    await page.evaluate(
      "new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true })).then(() => null)",
    );
    await route.continue();
  });
  await page.goto(new URL(path, demo.url).href, { waitUntil: "commit" });
  await page.locator("liftline-search [part=form]").waitFor();
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
  return page;
}

/** A page that notes what moves on it from its first moment. */
async function openEmpty(viewport: { width: number; height: number }): Promise<Page> {
  const { page } = await demo.visit("privacy/", { viewport });
  await page.addInitScript(
    "globalThis.moves = []; new PerformanceObserver((list) => moves.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })",
  );
  return page;
}

/** The widget's files that the browser held back the page's first paint for; an error if there are none of the widget's at all. */
function blockedBy(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`{
    const files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/widget/v1/"));
    if (files.length === 0) throw new Error("the widget was not loaded");
    files.filter(({ renderBlockingStatus }) => renderBlockingStatus !== "non-blocking").map(({ name }) => name);
  }`);
}
