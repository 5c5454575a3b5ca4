import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

describe("on a site whose pages change without a new document, in React's strict mode", () => {
  test("the search stands there once, and each event is heard once", async () => {
    const { page, stray } = await demo.visit("next/");
    await searchTrip(page);
    const card = page.getByRole("article").first();
    await card.getByRole("button", { name: /^Choose/ }).click();
    await page.getByText("an option selected").waitFor();
    expect(await heard(page)).toEqual(["searched for 4", expect.stringMatching(/^\d+ options$/), "an option selected"]);
    // The other one is in the page that is kept, unseen.
    expect(await page.locator("liftline-search").count()).toBe(2);
    expect(await page.locator("liftline-search").filter({ visible: true }).count()).toBe(1);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("what was typed is there again after other pages, by links and by back and forward", async () => {
    const { page, stray } = await demo.visit("next/");
    await visitorOn(page).chooseAirport("From", "luton");
    await toPage(page, "Fleet");
    await page.goBack();
    await expect.poll(() => from(page).inputValue()).toContain("Luton");
    await page.goForward();
    await page.getByRole("heading", { level: 1, name: "Fleet" }).waitFor();
    await toPage(page, "Search");
    await expect.poll(() => from(page).inputValue()).toContain("Luton");
    await page.reload();
    await expect.poll(() => from(page).inputValue()).toContain("Luton");
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("a page that is kept alive has its options still", async () => {
    const { page, stray } = await demo.visit("next/?page=kept");
    await searchTrip(page);
    await toPage(page, "Fleet");
    await toPage(page, "Kept alive");
    expect(await page.getByRole("heading", { name: "Aircraft for your trip" }).isVisible()).toBe(true);
    expect(await heard(page)).toHaveLength(2);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("moved to another container, it stays where its visitor is", async () => {
    const { page, stray } = await demo.visit("next/?page=moved");
    await searchTrip(page);
    await page.getByRole("button", { name: "Move the search" }).click();
    const aside = page.getByRole("complementary", { name: "Aside" });
    expect(await aside.getByRole("heading", { name: "Aircraft for your trip" }).isVisible()).toBe(true);
    await page.getByRole("button", { name: "Move the search" }).click();
    const middle = page.getByRole("region", { name: "Middle" });
    expect(await middle.getByRole("article").count()).toBeGreaterThan(0);
    expect(await heard(page)).toHaveLength(2);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("whom the browser brings back to the page as it was, they are where they were", async () => {
    // Playwright's usual flags switch off what keeps a left page as it was.
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: chromiumArguments,
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    });
    const page = await browser.newPage({ reducedMotion: "reduce", locale: "en-GB" });
    await page.addInitScript("addEventListener('pageshow', (event) => (window.cameBack = event.persisted))");
    await page.goto(`${demo.url}next/`);
    await searchTrip(page);
    await page.goto(`${demo.url}privacy/`);
    await page.goBack({ waitUntil: "commit" });
    await expect.poll(() => page.evaluate("window.cameBack")).toBe(true);
    await page.getByRole("heading", { name: "Aircraft for your trip" }).waitFor();
    await page
      .getByRole("article")
      .first()
      .getByRole("button", { name: /^Choose/ })
      .click();
    await page.getByText("an option selected").waitFor();
    expect(await heard(page)).toHaveLength(3);
    await browser.close();
  });

  test("fifteen searches that have come and gone are forgotten", async () => {
    const { page, stray } = await demo.visit("next/");
    const session = await page.context().newCDPSession(page);
    await page.evaluate("window.gone = []");
    for (let left = 15; left > 0; left--) {
      await page.locator("liftline-search [part=form]").filter({ visible: true }).waitFor();
      await page.evaluate("gone.push(new WeakRef(document.querySelector('liftline-search')))");
      await toPage(page, "Fleet");
      await toPage(page, "Search");
    }
    await session.send("HeapProfiler.collectGarbage");
    await session.send("HeapProfiler.collectGarbage");
    // React's development build holds on to the last ones.
    expect(await page.evaluate("gone.filter((each) => each.deref()).length")).toBeLessThan(4);
    expect(stray).toEqual([]);
    await page.context().close();
  });
});

function from(page: Page) {
  return page.getByRole("combobox", { name: "From", exact: true });
}

function heard(page: Page): Promise<string[]> {
  return page.locator("#heard p").allInnerTexts();
}

async function toPage(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function searchTrip(page: Page): Promise<void> {
  await from(page).waitFor();
  const visitor = visitorOn(page);
  await visitor.chooseAirport("From", "luton");
  await visitor.chooseAirport("To", "Nice");
  await page.getByRole("button", { name: "Tomorrow" }).click();
  await visitor.search();
}
