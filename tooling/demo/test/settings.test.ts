import { afterAll, beforeAll, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

test(
  "what the second broker has set is what its visitors get: airports, a category first, no price, the page's dataLayer",
  { timeout: 120_000 },
  async () => {
    const { page, stray } = await demo.visit("plain/");
    await page.evaluate("globalThis.dataLayer = []");
    await page.getByRole("combobox", { name: "From" }).click();
    await page.getByRole("option", { name: /Teterboro/ }).waitFor();
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "KTEB");
    await visitor.chooseAirport("To", "KVNY");
    await page.getByRole("button", { name: "Tomorrow" }).click();
    await page.getByRole("button", { name: "Search aircraft" }).click();
    await page.getByRole("heading", { name: "Choose a category" }).waitFor();
    expect(await page.getByText("For up to eight people").count()).toBe(1);
    await page.getByRole("button", { name: "Choose Light jet" }).click();
    await page.getByRole("article").first().waitFor();
    expect(await page.getByRole("article").filter({ hasText: "Price on request" }).count()).toBeGreaterThan(0);
    const heard = await page.evaluate("dataLayer.map(({ event }) => event)");
    expect(heard).toEqual(["liftline-search-submitted", "liftline-options-shown"]);
    expect(stray).toEqual([]);
    await page.context().close();
  },
);
