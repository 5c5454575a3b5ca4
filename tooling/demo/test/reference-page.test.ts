import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

describe("the reference of the backend", () => {
  test.each([
    [1280, "light"],
    [1280, "dark"],
    [360, "light"],
    [360, "dark"],
  ] as const)("at %i px, %s: nothing scrolls sideways and axe finds no fault", async (width, colorScheme) => {
    const { page, stray } = await demo.visit("/docs", { colorScheme, viewport: { width, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(stray).toEqual([]);
    await page.context().close();
  });

  test("is whole without a script, and leads to each route", async () => {
    const { page, stray } = await demo.visit("/docs", { javaScriptEnabled: false });
    await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "/leads" }).click();
    expect(new URL(page.url()).hash).toBe("#submitLead");
    expect(await page.getByRole("heading", { name: "POST /leads" }).isVisible()).toBe(true);
    await page.getByRole("link", { name: "openapi.json", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe("/openapi.json");
    expect(stray).toEqual([]);
    await page.context().close();
  });
});
