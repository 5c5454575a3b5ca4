import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playPages, type PlayedPages } from "./played-page.ts";

let pages: PlayedPages;

beforeAll(async () => {
  pages = await playPages();
}, 120_000);

afterAll(() => pages?.close());

describe("by touch, on a phone", { timeout: 180_000 }, () => {
  test("from the airports to the receipt; whatever is tapped is as large as a finger", async () => {
    const { page, sent } = await pages.open({
      now: "2026-12-01T10:00:00Z",
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    await pick(page, "From", "Luton");
    await pick(page, "To", "Teterboro");
    await page.getByRole("button", { name: "Tomorrow" }).tap();
    await page.getByRole("button", { name: "More choices" }).tap();
    await page.getByText("Light jet").waitFor();
    expect(await small(page)).toEqual([]);
    await page.getByText("Several legs").tap();
    await page.getByRole("button", { name: "Add a leg" }).tap();
    await page.getByRole("button", { name: "Remove leg 3" }).waitFor();
    expect(await small(page)).toEqual([]);
    await page.getByText("One way").tap();
    await page.getByRole("button", { name: "Search aircraft" }).tap();

    await page.getByRole("heading", { name: "Aircraft for your trip" }).waitFor();
    await page.getByRole("button", { name: "Choose Citation CJ3" }).tap();
    await page.getByRole("button", { name: "Choose Falcon 2000" }).tap();
    expect(await small(page)).toEqual([]);
    await page.getByRole("button", { name: "Compare" }).tap();
    expect(await small(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove Falcon 2000" }).tap();
    await page.getByRole("button", { name: "Continue" }).tap();

    await page.getByRole("heading", { name: "Your request" }).waitFor();
    expect(await small(page)).toEqual([]);
    await type(page.getByRole("textbox", { name: "Name" }), "A visitor");
    await type(page.getByRole("textbox", { name: "E-mail" }), "visitor@example.org");
    await page.getByText("I agree to the privacy policy").tap();
    await page.getByRole("button", { name: "Send request" }).tap();
    await page.getByRole("heading", { name: "Thank you. Your request is with us" }).waitFor();
    expect(await small(page)).toEqual([]);
    expect(sent("/leads")).toMatchObject([{ contact: { name: "A visitor" }, options: [{ token: "sealed-0" }] }]);
    await page.context().close();
  });
});

async function pick(page: Page, field: string, airport: string): Promise<void> {
  await type(page.getByRole("combobox", { name: field }), airport);
  const option = page.getByRole("option", { name: airport });
  await option.waitFor();
  expect(await small(page)).toEqual([]);
  await option.tap();
}

/** A phone's keyboard writes where one has tapped. */
async function type(field: Locator, text: string): Promise<void> {
  await field.tap();
  await field.page().keyboard.type(text);
}

/** What can be tapped and is smaller than 44 × 44 px, as `name: width × height`. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector("liftline-search")?.shadowRoot;
    const targets = (root?.querySelector("dialog:modal") ?? root)?.querySelectorAll<HTMLElement>(
      "button, a, input, select, textarea, summary, [role=option]",
    );
    return [...(targets ?? [])].flatMap((target) => {
      // A label is tapped for its input; the two lie together.
      const labels = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.labels : null;
      if (!target.checkVisibility({ visibilityProperty: true })) return [];
      const boxes = [target, ...(labels ?? [])].map((box) => box.getBoundingClientRect());
      const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
      const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
      const name = target.ariaLabel || labels?.[0]?.textContent || target.textContent;
      return Math.round(width) >= 44 && Math.round(height) >= 44
        ? []
        : [`${name.trim()}: ${Math.round(width)} × ${Math.round(height)}`];
    });
  });
}
