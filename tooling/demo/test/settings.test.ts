import type { SearchResponse } from "@liftline/schema";
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

test(
  "what the third broker has set is what its visitors get: own words, audited aircraft, prices as ranges, terms to read",
  { timeout: 120_000 },
  async () => {
    const { page, stray } = await demo.visit("own/");
    await page.getByRole("heading", { name: "Where shall we take you?" }).waitFor();
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "EGGW");
    await visitor.chooseAirport("To", "LFMN");
    await page.getByRole("button", { name: "Tomorrow" }).click();
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === "/searches");
    await page.getByRole("button", { name: "Show me aircraft" }).click();
    const { options }: SearchResponse = await (await answer).json();
    await page.getByRole("article").first().waitFor();

    // Each meets one of the broker's minimums; without them there are aircraft here that meet none.
    expect(options.length).toBeGreaterThan(1);
    const standards = options.map(({ aircraft }) => aircraft?.safetyRatings.map(({ standard }) => standard) ?? []);
    expect(standards.filter((all) => !all.includes("ARGUS") && !all.includes("WYVERN"))).toEqual([]);
    const prices = options.flatMap(({ price }) => (price ? [price] : []));
    expect(prices.length).toBe(options.length);
    expect(prices.filter(({ amount, amountTo = 0, currency }) => amountTo <= amount || currency !== "GBP")).toEqual([]);
    await page
      .getByRole("article")
      .first()
      .getByText(/^£[\d,]+ – £[\d,]+$/)
      .waitFor();

    await visitor.chooseOptions(1);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Tell us who is asking" }).waitFor();
    await page.getByRole("button", { name: "Ask Harbour Jets" }).waitFor();
    const terms = await page.getByRole("link", { name: "Terms and conditions" }).getAttribute("href");
    expect(
      await page
        .locator(new URL(terms ?? "").hash)
        .getByRole("heading")
        .innerText(),
    ).toBe("Terms");
    expect(stray).toEqual([]);
    await page.context().close();
  },
);
