/**
 * Pictures of every state of the search, to be looked at: `node test/screens.ts [filter]`. They go to
 * `test-results/screens/` (git-ignored). No backend runs: answers are written here.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { categoryNames, languageTags, nearestLanguage } from "@liftline/schema";
import { chromium, type Browser, type Page, type Route } from "playwright-core";
import { directionOf } from "../src/messages/create-translate.ts";
import { buildWidget } from "./build-widget.ts";
import { airports, searchAnswer, settings } from "./canned-answers.ts";

const folder = fileURLToPath(new URL("../test-results/screens/", import.meta.url));
const filter = process.argv[2] ?? "";
/** All of them: `node test/screens.ts "form-(de|he)-light-360"`; without a filter, the two that are kept as references. */
const languages = filter ? languageTags : (["en-GB", "ar"] as const);
const widths = [360, 768, 1280];

/** A state: how to get there, and what the backend does meanwhile. */
interface State {
  search?: "found" | "never" | "none" | "broken" | "limited" | "offline";
  lookup?: "broken";
  act: (page: Page) => Promise<unknown>;
}

export const searchStates: Record<string, State> = {
  form: { act: async () => {} },
  "form-filled": { act: fill },
  return: {
    act: (page) =>
      page
        .locator("[part=trip-kind] label")
        .nth(1)
        .click()
        .then(() => fill(page)),
  },
  several: { act: (page) => page.locator("[part=trip-kind] label").nth(2).click() },
  faults: { act: (page) => page.locator("[part=submit]").click() },
  list: {
    act: (page) =>
      page
        .locator("#from-0")
        .pressSequentially("lon")
        .then(() => page.locator("[part=option]").first().waitFor()),
  },
  "list-none": {
    act: (page) =>
      page
        .locator("#from-0")
        .pressSequentially("zzzz")
        .then(() => page.locator("[part=option]").first().waitFor()),
  },
  "list-failed": {
    lookup: "broken",
    act: (page) =>
      page
        .locator("#from-0")
        .pressSequentially("lond")
        .then(() => page.locator("[part=option]").first().waitFor()),
  },
  more: { act: (page) => page.locator("[part=more]").click() },
  waiting: { search: "never", act: submit },
  "waiting-slow": { search: "never", act: (page) => submit(page).then(() => page.clock.runFor(13_000)) },
  empty: { search: "none", act: submit },
  failed: { search: "broken", act: submit },
  limited: { search: "limited", act: submit },
  offline: { search: "offline", act: submit },
  options: { search: "found", act: (page) => submit(page).then(() => page.waitForTimeout(400)) },
};

let files: Promise<Map<string, string>> | null = null;

if (import.meta.main) await shootAll();

async function shootAll(): Promise<void> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
  mkdirSync(folder, { recursive: true });
  for (const scheme of ["light", "dark"] as const) {
    for (const lang of languages) {
      for (const width of widths) {
        for (const name of Object.keys(searchStates)) {
          const shot = `${name}-${lang}-${scheme}-${width}`;
          if (!shot.includes(filter) && !new RegExp(filter).test(shot)) continue;
          const page = await openSearch(browser, { name, width, scheme, lang });
          await page.screenshot({ path: `${folder}${shot}.png`, fullPage: true });
          await page.close();
        }
      }
    }
  }
  await browser.close();
}

export interface Look {
  /** Of the state. */
  name: string;
  width: number;
  scheme: "light" | "dark";
  lang: string;
}

/** A page with the built widget in that state. */
export async function openSearch(browser: Browser, { name, width, scheme, lang }: Look): Promise<Page> {
  const state = searchStates[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  const page = await browser.newPage({ viewport: { width, height: width < 500 ? 780 : 860 }, colorScheme: scheme });
  await page.clock.install({ time: new Date("2026-11-22T10:00:00Z") });
  await page.route("**/*", (route) => answer(route, state, lang));
  await page.goto("http://broker.test/");
  await page.locator("liftline-search").locator("[part=root]").waitFor();
  await state.act(page);
  await page.waitForTimeout(250);
  return page;
}

async function fill(page: Page): Promise<void> {
  for (const [field, code] of [
    ["#from-0", "EGGW"],
    ["#to-0", "KTEB"],
  ] as const) {
    await page.locator(field).pressSequentially(code);
    await page.clock.runFor(300);
    await page.locator("[part=option]").first().waitFor();
    await page.locator(field).press("Enter");
  }
  for (const date of await page.locator("input[type=date]").all()) await date.fill("2026-12-13");
  await page.locator("h1").click();
}

async function submit(page: Page): Promise<void> {
  await fill(page);
  await page.locator("[part=submit]").click();
}

async function answer(route: Route, state: State, lang: string): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  if (pathname === "/") return route.fulfill({ contentType: "text/html", body: hostPage(lang) });
  const file = (await (files ??= buildWidget())).get(pathname.slice("/widget/".length));
  if (file !== undefined) return route.fulfill({ contentType: "text/javascript", body: file });
  if (pathname === "/widget/settings") {
    const names = categoryNames[nearestLanguage(lang) ?? "en-GB"];
    return route.fulfill({ json: { ...settings, categoryNames: names } });
  }
  if (pathname === "/airports" && state.lookup)
    return route.fulfill({ status: 503, json: problem("marketplace.unavailable") });
  if (pathname === "/airports") return route.fulfill({ json: { airports: airports(searchParams.get("query") ?? "") } });
  if (pathname !== "/searches") return route.fulfill({ status: 404, json: problem("route.unknown") });
  if (state.search === "never") return;
  if (state.search === "offline") return route.abort();
  if (state.search === "broken") return route.fulfill({ status: 502, json: problem("marketplace.unreadable") });
  if (state.search === "limited") {
    return route.fulfill({ status: 503, headers: { "Retry-After": "20" }, json: problem("marketplace.limited") });
  }
  return route.fulfill({ json: { ...searchAnswer, options: state.search === "none" ? [] : searchAnswer.options } });
}

function problem(code: string): object {
  return { type: "about:blank", title: code, status: 503, code, requestId: "req_7f3k2m9q" };
}

/** A broker's page of the plainest kind. */
function hostPage(lang: string): string {
  return `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><title>Demo Charter</title><meta name="viewport" content="width=device-width">
    <style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1120px;padding:16px}</style>
    <h1>Demo Charter</h1><liftline-search embed-key="pk_demo"></liftline-search>
    <script type="module" src="/widget/v1/liftline.js"></script></html>`;
}
