import { memoryOf } from "@liftline/vitest-config/memory";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

describe("on a page that React draws", () => {
  test("a search goes from the form to the options, and the page hears of it by its handlers", async () => {
    const { page, stray } = await demo.visit("react/");
    await searchTrip(page);
    await page
      .locator("#heard")
      .getByText(/^\d+ options in EUR\.$/)
      .waitFor();
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("what was typed survives going to another page of the site and back, and a move on the page", async () => {
    const { page, stray } = await demo.visit("react/");
    await visitorOn(page).chooseAirport("From", "luton");
    await page.getByRole("button", { name: "Tomorrow" }).click();
    for (const to of ["Fleet", "Search", "Search in a panel"]) {
      await page.getByRole("link", { name: to, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: to === "Fleet" ? "Fleet" : "Demo Charter" }).waitFor();
    }
    const from = page.getByRole("region", { name: "Panel" }).getByRole("combobox", { name: "From" });
    await from.waitFor();
    expect(await from.inputValue()).toContain("Luton");
    expect(await page.getByRole("button", { name: "Tomorrow" }).getAttribute("aria-pressed")).toBe("true");
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("fifty times mounted and unmounted, it leaves nothing behind", async () => {
    const { page, stray } = await demo.visit("react/");
    const session = await page.context().newCDPSession(page);
    // What is made once, such as formatters and the router's own, is made by then.
    await mountAndUnmount(page, 5);
    const before = await memoryOf(session);
    await mountAndUnmount(page, 50);
    const after = await memoryOf(session);
    // A widget is a few hundred nodes and some dozen listeners.
    expect(after.nodes - before.nodes).toBeLessThan(200);
    expect(after.listeners - before.listeners).toBeLessThan(20);
    expect(after.heap - before.heap).toBeLessThan(1_000_000);
    expect(stray).toEqual([]);
    await page.context().close();
  });
});

test("two on a page, their script twice: each has its own journey and its own broker", async () => {
  const { page, stray } = await demo.visit("two/");
  const own = page.getByRole("region", { name: "Demo Charter" });
  const other = page.getByRole("region", { name: "Plain Aviation" });
  await other.getByRole("combobox", { name: "From" }).waitFor();
  await searchTrip(page);
  await own.getByRole("heading", { name: "Aircraft for your trip" }).waitFor();
  expect(await other.getByRole("combobox", { name: "From" }).inputValue()).toBe("");
  expect(stray).toEqual([]);
  await page.context().close();
});

test("among hostile styles, patched prototypes and taken names a search goes from the form to the receipt", async () => {
  const { page, stray } = await demo.visit("hostile/");
  await page.getByRole("combobox", { name: "From" }).waitFor();
  const title = page.getByRole("heading", { name: "Where would you like to fly?" });
  expect(await title.evaluate((element) => element.computedStyleMap().get("position")?.toString())).toBe("static");
  await visitorOn(page).pickKind("Return");
  await page.getByRole("radiogroup", { name: "Trip" }).getByText("One way").click();
  await page.getByRole("combobox", { name: "Time" }).selectOption("06:30");
  await searchTrip(page);
  expect(await page.getByRole("article").count()).toBeGreaterThan(0);
  await page.getByText("Route map").click();
  await page.getByRole("img", { name: /^Route map/ }).waitFor();
  await visitorOn(page).chooseOptions(2);
  await visitorOn(page).request("Ada Hostile");
  await expect.poll(() => demo.leadsOf("Ada Hostile"), { timeout: 15_000 }).toHaveLength(1);
  expect(stray).toEqual([]);
  await page.context().close();
});

/** On the first search of the page. */
async function searchTrip(page: Page): Promise<void> {
  const visitor = visitorOn(page);
  await page.getByRole("combobox", { name: "From", exact: true }).first().waitFor();
  await visitor.chooseAirport("From", "luton");
  await visitor.chooseAirport("To", "Nice");
  await page.getByRole("button", { name: "Tomorrow" }).first().click();
  await page.getByRole("button", { name: "Search aircraft" }).first().click();
  await page.getByRole("heading", { name: "Aircraft for your trip" }).waitFor();
}

async function mountAndUnmount(page: Page, times: number): Promise<void> {
  for (let left = times; left > 0; left--) {
    await page.evaluate("location.hash = '#/'");
    await page.locator("liftline-search [part=form]").waitFor();
    await page.evaluate("location.hash = '#/fleet'");
    await page.getByRole("heading", { name: "Fleet" }).waitFor();
  }
}
