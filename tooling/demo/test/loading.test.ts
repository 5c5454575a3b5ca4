import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { embedCode } from "./embed-code.ts";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

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

describe("the printed code on a page without a style of its own", () => {
  const codes = ["--current", "--pinned"] as const;
  const title = "Private flights, arranged for you";

  test.each(codes.flatMap((which) => [360, 768, 1280].map((width) => [which, width] as const)))(
    "keeps the search's room before its script has come, and nothing moves: %s at %i px",
    async (which, width) => {
      const page = await openSlowly("bare/", width, await embedCode(which, demo.url));
      expect(await page.evaluate("moves")).toEqual([]);
      await page.context().close();
    },
  );

  test("keeps the room that fits the column, whatever the width of the window", async () => {
    const code = await embedCode("--current", demo.url);
    const page = await openSlowly("bare/", 1280, `<main style="max-width: 620px">${code}<p>Below.</p></main>`);
    expect(await page.evaluate("moves")).toEqual([]);
    await page.context().close();
  });

  test("leads on to the broker's own page where no script runs, without a hole in the page", async () => {
    const page = await openBare({ javaScriptEnabled: false });
    const search = page.locator("liftline-search");
    expect((await search.boundingBox())?.height).toBeLessThan(100);
    await search.getByRole("link", { name: title }).click();
    expect(new URL(page.url()).pathname).toBe("/s/pk_demo/");
    expect(await page.getByRole("heading", { name: title }).count()).toBe(1);
    await page.context().close();
  });

  test("shows no way to that page where a widget that cannot go on shows the page's own", async () => {
    const page = await openBare({});
    // The rest of the widget never comes.
    await page.route("**/booking-*", (route) => route.abort());
    await page.getByRole("combobox", { name: "From" }).click();
    await page.locator("liftline-search [role=alert]").getByText("Your trip is kept").waitFor();
    expect(await page.locator("liftline-search > a").first().isVisible()).toBe(true);
    expect(await page.getByText(title).filter({ visible: true }).count()).toBe(0);
    await page.context().close();
  });

  test("keeps the page's own back where the broker's phone and mail stand", async () => {
    const page = await openBare({});
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "ZZN0");
    await visitor.pickDay("Date", 20);
    await page.getByRole("button", { name: "Search aircraft" }).click();
    await page.locator("liftline-search [part=contact]").getByRole("link", { name: /^Call/ }).waitFor();
    expect(await page.locator("liftline-search > a").first().isVisible()).toBe(false);
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

/** Makes the address a page of somebody who pastes the code and writes no style. */
async function pasteInto(page: Page, href: string, code: string): Promise<void> {
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare Charter</title>';
  const body = `<!doctype html><html lang="en-GB">${head}<h1>Bare Charter</h1>${code}<p>What stands below.</p></html>`;
  await page.route(href, (route) => route.fulfill({ contentType: "text/html", body }));
}

/** Such a page, as fast as it comes. */
async function openBare(options: BrowserContextOptions): Promise<Page> {
  const { page } = await demo.visit("privacy/", options);
  const { href } = new URL("bare/", demo.url);
  await pasteInto(page, href, await embedCode("--current", demo.url));
  await page.goto(href);
  return page;
}

/** A page whose search has come over a slow network; `code` makes a page of its own at that path. */
async function openSlowly(path: string, width: number, code?: string): Promise<Page> {
  // So high that all of the page is in sight: what moves below the fold, nobody notes.
  const page = await openEmpty({ width, height: 3000 });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", slow);
  let isHeld = false;
  // Not before there is something to see: until then nothing can move.
  await page.route(/\/widget\/(v1\/liftline|[\w.]+\/loader-[\w-]+)\.js$/, async (route) => {
    await page.evaluate(
      "new Promise((done) => new PerformanceObserver(done).observe({ type: 'paint', buffered: true })).then(() => new Promise((done) => setTimeout(done, 300)))",
    );
    await route.continue();
    isHeld = true;
  });
  const { href } = new URL(path, demo.url);
  if (code !== undefined) await pasteInto(page, href, code);
  await page.goto(href, { waitUntil: "commit" });
  await page.locator("liftline-search [part=form]").waitFor();
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
  expect(isHeld).toBe(true);
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
