import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

/** Mobile networks as browsers simulate them; the slow one takes half a minute and is for `LIFTLINE_NETWORK=slow`. */
const networks = {
  fast: { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 },
  slow: { offline: false, latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000 },
};
const kind = process.env["LIFTLINE_NETWORK"] === "slow" ? "slow" : "fast";

test(
  `on ${kind} 3G the form comes by itself, is filled in while the rest comes, and nothing moves`,
  { timeout: 180_000 },
  async () => {
    const { page, stray } = await demo.visit("privacy/");
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", networks[kind]);
    await page.addInitScript(
      "globalThis.moves = []; new PerformanceObserver((list) => moves.push(...list.getEntries().filter((each) => !each.hadRecentInput).map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })",
    );
    await page.goto(demo.url, { waitUntil: "commit" });
    await page.locator("liftline-search [part=form]").waitFor();
    expect(await laterFiles(page)).toEqual([]);
    expect(await page.evaluate("moves")).toEqual([]);
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "EGGW");
    await visitor.chooseAirport("To", "LFMN");
    await page.getByRole("button", { name: "Tomorrow" }).click();
    await page.getByRole("button", { name: "Search aircraft" }).click();
    await page.getByRole("heading", { name: "Searching aircraft" }).waitFor();
    const shapes = page.locator("liftline-search [part~=waiting] [aria-hidden=true]").last();
    expect((await shapes.boundingBox())?.height).toBeGreaterThan(200);
    await page.getByRole("article").first().waitFor();
    // The list below a field changes when its airports come; nothing else does. (0.1 counts as good.)
    expect(await page.evaluate("moves.reduce((sum, each) => sum + each, 0)")).toBeLessThan(0.005);
    expect(stray).toEqual([]);
    await page.context().close();
  },
);

// With a clock turned by hand: apps/widget/test/networks.test.ts.
if (kind === "slow")
  test("an answer that takes the marketplace twenty seconds is waited for, and shown", async () => {
    const { page, stray } = await demo.visit("strict/");
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "EGGW");
    await visitor.chooseAirport("To", "ZZS2");
    await page.getByRole("button", { name: "Tomorrow" }).click();
    await page.getByRole("button", { name: "Search aircraft" }).click();
    await page.getByRole("button", { name: "Send the request as it is" }).waitFor();
    await page.getByRole("article").first().waitFor();
    expect(stray).toEqual([]);
    await page.context().close();
  });

/** Files for what comes after the form. */
function laterFiles(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => /booking/.test(path))",
  );
}
