import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWidget } from "./build-widget.ts";
import { airports, searchAnswer, settings } from "./canned-answers.ts";

/** The policy of contract §4. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'none'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

let browser: Browser;
let files: Map<string, string>;

beforeAll(async () => {
  files = await buildWidget();
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
}, 60_000);

afterAll(() => browser?.close());

test("R17: under the strictest policy of a page, which lets it meet the backend alone, from the form to the receipt, nothing is refused", async () => {
  const { page, refused } = await open(policy);
  await page.getByRole("combobox", { name: "From" }).fill("lon");
  await page.getByRole("option", { name: /Luton/ }).click();
  await page.getByRole("combobox", { name: "To" }).fill("kteb");
  await page.getByRole("option", { name: /Teterboro/ }).click();
  await page.getByRole("button", { name: "Tomorrow" }).click();
  await page.getByRole("button", { name: "More choices" }).click();
  await page.getByRole("button", { name: "Search aircraft" }).click();
  await page.getByRole("heading", { name: /Falcon 2000/ }).waitFor();
  const title = page.getByRole("heading", { name: /Falcon 2000/ });
  expect(await title.evaluate((element) => getComputedStyle(element).fontWeight)).not.toBe("700");
  await page.getByText("Route map").click();
  await page.getByRole("img", { name: /^Route map/ }).waitFor();
  for (const choose of (await page.getByRole("button", { name: /^Choose / }).all()).slice(0, 2)) await choose.click();
  await page.getByText("Details").first().click();
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("table").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await sendRequest(page);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  expect(refused).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.close();
}, 60_000);

test("R17: the same with legs of one's own, a category first, a place in own words and a file for the calendar", async () => {
  // Two of each: where each option is a category there is no such step.
  const options = searchAnswer.options.flatMap((each) => [each, { ...each, token: `${each.token}-too` }]);
  const { page, refused } = await open(policy, {
    "/widget/settings": { ...settings, categoryStep: true },
    "/searches": { ...searchAnswer, options },
  });
  const fields = { from: page.getByRole("combobox", { name: "From" }), to: page.getByRole("combobox", { name: "To" }) };
  await page.getByText("Several legs").click();
  for (const [at, [from, to]] of [
    ["eggw", "kteb"],
    ["kteb", "lfpb"],
  ].entries()) {
    for (const [field, code = ""] of [
      [fields.from, from],
      [fields.to, to],
    ] as const) {
      await field.nth(at).fill(code);
      await page.locator("[role=option]").click();
    }
    await page.locator("[type=date]").nth(at).fill(`2099-12-1${at}`);
  }
  await page.getByRole("button", { name: "Search aircraft" }).click();
  await page.getByRole("button", { name: "Choose Heavy jet" }).click();
  await page.getByRole("button", { name: "Choose Falcon 2000" }).first().click();
  await page.getByRole("button", { name: "Continue" }).click();
  await sendRequest(page);
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Add to calendar" }).click();
  expect((await file).suggestedFilename()).toBe("trip.ics");
  await page.getByRole("button", { name: "Plan another trip" }).click();
  await fields.from.first().fill("the grass strip near Ascot");
  await page.getByText("Nothing found").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Search aircraft" }).click();
  await sendRequest(page);
  expect(refused).toEqual([]);
  await page.close();
}, 60_000);

test("the page's own globals and head are left as they were", async () => {
  const { page } = await open(policy);
  await page.getByRole("button", { name: "More choices" }).click();
  await page.getByText("No fuel stops").waitFor();
  const added = await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
    // What the browser and this test's own tools define is not ours.
    const foreign = Object.getOwnPropertyNames(window).filter(
      (name) => !usual.has(name) && !/^(\d+|__|event$)/.test(name),
    );
    return { foreign, head: [...document.head.children].map(({ tagName }) => tagName) };
  });
  expect(added).toEqual({ foreign: [], head: ["META", "SCRIPT"] });
  await page.close();
}, 60_000);

test("R17: R8: no file of a visitor's knows the marketplace: no address, no header, no token", () => {
  for (const [name, text] of files) expect(text, name).not.toMatch(/avinode|bearer/i);
});

async function sendRequest(page: Page): Promise<void> {
  await page.getByLabel("Name").fill("Jo Smith");
  await page.getByLabel("E-mail").fill("jo@example.com");
  await page.getByLabel(/agree/).check();
  await page.getByRole("button", { name: "Send request" }).click();
  await page.getByText("LL-7K3F9Q").waitFor();
}

async function open(
  contentSecurityPolicy: string,
  /** What the backend answers to a path instead. */
  answers: Record<string, object> = {},
): Promise<{ page: Page; refused: string[] }> {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Trusted ?Type|Refused/i.test(message.text())) refused.push(message.text());
  });
  page.on("pageerror", (error) => refused.push(String(error)));
  await page.route("**/*", (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname === "/") {
      return route.fulfill({
        headers: { "Content-Type": "text/html", "Content-Security-Policy": contentSecurityPolicy },
        body: `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><script type="module" src="/widget/v1/liftline.js"></script></head>
          <body><liftline-search embed-key="pk_demo"></liftline-search></body></html>`,
      });
    }
    const file = files.get(pathname.slice("/widget/".length));
    if (file !== undefined) return route.fulfill({ contentType: "text/javascript", body: file });
    if (pathname === "/airports")
      return route.fulfill({ json: { airports: airports(searchParams.get("query") ?? "") } });
    if (pathname.startsWith("/calendar/")) {
      const headers = { "Content-Type": "text/calendar", "Content-Disposition": 'attachment; filename="trip.ics"' };
      return route.fulfill({ headers, body: "BEGIN:VCALENDAR" });
    }
    if (pathname === "/leads")
      return route.fulfill({ status: 201, json: { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" } });
    return route.fulfill({ json: answers[pathname] ?? (pathname === "/searches" ? searchAnswer : settings) });
  });
  await page.goto("http://broker.test/");
  return { page, refused };
}
