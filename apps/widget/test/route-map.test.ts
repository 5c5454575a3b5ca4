import { createHash } from "node:crypto";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWidget } from "./build-widget.ts";
import { airports, searchAnswer, settings } from "./canned-answers.ts";
import { legsOf } from "./fixtures/routes.ts";
import { enGB } from "../src/messages/en-gb.ts";

let browser: Browser;
let files: Map<string, string>;

beforeAll(async () => {
  files = await buildWidget();
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
}, 120_000);

afterAll(() => browser?.close());

const policy = [
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'none'; connect-src 'self'; img-src 'self'",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join("; ");

const isMap = (path: string) => /\/route-map-/.test(path);

describe("the file that draws the route map", { timeout: 120_000 }, () => {
  test("is asked for when the map is opened and not before, and draws under the strictest policy", async () => {
    const { page, asked, refused } = await open();
    await toOptions(page);
    expect(asked.filter(isMap)).toEqual([]);
    await page.getByText("Route map").click();
    await page.getByRole("img", { name: "Route map: London – New York" }).waitFor();
    expect(asked.filter(isMap)).toHaveLength(1);
    // With the names that the build has given to the page's colours.
    const colours = await page.evaluate(() => {
      const map = document.querySelector("liftline-search")?.shadowRoot?.querySelector("[part=map]");
      return [...(map?.querySelectorAll("path") ?? [])].map((path) => {
        const { fill, stroke } = getComputedStyle(path);
        return fill === "none" ? stroke : fill;
      });
    });
    expect(new Set(colours).size).toBe(3);
    expect(colours).not.toContain("rgb(0, 0, 0)");
    expect(refused).toEqual([]);
    await page.close();
  });

  test("where it does not come, the visitor hears of it and can open the map again", async () => {
    const { page, asked, mend } = await open({ broken: true });
    await toOptions(page);
    const opener = page.getByText("Route map");
    await opener.click();
    await page.locator("details [role=status]", { hasText: lost }).waitFor();
    mend();
    await opener.click();
    await opener.click();
    await page.getByRole("img", { name: "Route map: London – New York" }).waitFor();
    expect(asked.filter(isMap).length).toBeGreaterThan(1);
    await page.close();
  });

  test("on a page that pins its version, runs as it was hashed or not at all", async () => {
    const { page } = await open({ pinned: true });
    await toOptions(page);
    await page.getByText("Route map").click();
    await page.getByRole("img", { name: "Route map: London – New York" }).waitFor();
    await page.close();
    const changed = await open({ pinned: true, changed: true });
    await toOptions(changed.page);
    await changed.page.getByText("Route map").click();
    await changed.page.locator("details [role=status]", { hasText: lost }).waitFor();
    expect(changed.refused.join()).toContain("integrity");
    await changed.page.close();
  });
});

async function toOptions(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "From" }).fill("lon");
  await page.getByRole("option", { name: /Luton/ }).click();
  await page.getByRole("combobox", { name: "To" }).fill("kteb");
  await page.getByRole("option", { name: /Teterboro/ }).click();
  await page.getByRole("button", { name: "Tomorrow" }).click();
  await page.getByRole("button", { name: "Search aircraft" }).click();
  await page.getByRole("heading", { name: "Aircraft for your trip" }).waitFor();
}

interface Opening {
  /** The map's file is refused until it is mended. */
  broken?: boolean;
  /** It has another byte than was built. */
  changed?: boolean;
  pinned?: boolean;
}

async function open({ broken = false, changed = false, pinned = false }: Opening = {}) {
  const page = await browser.newPage();
  const asked: string[] = [];
  const refused: string[] = [];
  let isBroken = broken;
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted ?Type|Refused|integrity/i.test(message.text())) refused.push(message.text());
  });
  page.on("pageerror", (error) => refused.push(String(error)));
  await page.route("**/*", (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ headers, body: pageWith(pinned ? pinnedScript() : script) });
    const file = files.get(pathname.slice("/widget/".length));
    if (file !== undefined) {
      asked.push(pathname);
      if (isBroken && isMap(pathname)) return route.abort();
      const body = changed && isMap(pathname) ? `${file} ` : file;
      return route.fulfill({ contentType: "text/javascript", body });
    }
    if (pathname === "/airports")
      return route.fulfill({ json: { airports: airports(searchParams.get("query") ?? "") } });
    return route.fulfill({ json: pathname === "/searches" ? placedAnswer : settings });
  });
  await page.goto("http://broker.test/");
  return {
    page,
    asked,
    refused,
    mend: () => {
      isBroken = false;
    },
  };
}

const lost = enGB["search.stranded"];
const headers = { "Content-Type": "text/html", "Content-Security-Policy": policy };
const script = '<script type="module" src="/widget/v1/liftline.js"></script>';
const placedAnswer = {
  ...searchAnswer,
  options: searchAnswer.options.map((option) => ({ ...option, legs: legsOf("EGGW KTEB") })),
};

/** As `liftline embed --pinned` prints it. */
function pinnedScript(): string {
  const { pinned } = JSON.parse(files.get("v1/liftline.json") ?? "") as { pinned: string };
  const later = [...files.keys()].filter((path) => !path.startsWith("v1/") && path !== pinned);
  const integrity = Object.fromEntries(later.map((path) => [`/widget/${path}`, hashOf(path)]));
  return `<script type="importmap">${JSON.stringify({ integrity })}</script>
    <script type="module" src="/widget/${pinned}" integrity="${hashOf(pinned)}"></script>`;
}

function hashOf(path: string): string {
  const hash = createHash("sha384").update(files.get(path) ?? "");
  return `sha384-${hash.digest("base64")}`;
}

function pageWith(head: string): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${head}</head>
    <body><liftline-search embed-key="pk_demo"></liftline-search></body></html>`;
}
