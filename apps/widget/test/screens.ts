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
  /** A file of ours that does not come. */
  lost?: RegExp;
  /** What the page writes on the element besides, and on its style. */
  attributes?: string;
  settings?: Partial<typeof settings>;
  act: (page: Page) => Promise<unknown>;
}

const off = { returnTrip: false, severalLegs: false, timeUndecided: false, arrivalTime: false, categories: false };
const tripText = "EGGW-KTEB-20261213-1110-7_KTEB-LFPB-20261220-a1830-4_LFPB-EGGW-20261221-open-4";

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
  "list-offered": {
    settings: { favouriteAirports: airports("lon").slice(0, 2) },
    act: async (page) => {
      await fill(page);
      await page.locator("#from-0").click();
      await page.locator("[part=option]").last().waitFor();
    },
  },
  "list-near": { act: (page) => askNear(page, true) },
  "list-no-position": { act: (page) => askNear(page, false) },
  more: { act: (page) => page.locator("[part=more]").click() },
  "more-little": {
    settings: { features: { ...settings.features, ...off } },
    act: (page) => page.locator("[part=more]").click(),
  },
  trip: { attributes: ` trip="${tripText}"`, act: (page) => page.locator("#time-2").waitFor() },
  contrast: { attributes: ' class="pale"', act: async () => {} },
  waiting: { search: "never", act: submit },
  "waiting-slow": { search: "never", act: waitLong },
  empty: { search: "none", act: submit },
  failed: { search: "broken", act: submit },
  limited: { search: "limited", act: submit },
  offline: { search: "offline", act: submit },
  stranded: {
    lost: /booking/,
    act: async (page) => {
      await page.evaluate(`document.querySelector("liftline-search").innerHTML = "<a href='tel:1'>Call us</a>"`);
      await page.locator("[part=submit]").click();
      await page.locator("[role=alert]").waitFor();
    },
  },
  options: { search: "found", act: (page) => submit(page).then(() => page.waitForTimeout(400)) },
  "map-lost": {
    search: "found",
    lost: /route-map/,
    act: async (page) => {
      await submit(page);
      await page.locator("summary").first().click();
      await page.locator("details [role=status]:not(:empty)").waitFor();
    },
  },
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

/** The browser is asked where it is, and knows or refuses. */
async function askNear(page: Page, known: boolean): Promise<void> {
  await page.evaluate(`navigator.geolocation.getCurrentPosition = (found, failed) =>
    ${known} ? found({ coords: { latitude: 51.88, longitude: -0.37 } }) : failed()`);
  await page.locator("#from-0").click();
  await page.locator("[part=option]").last().click();
  await page.clock.runFor(300);
}

async function fill(page: Page): Promise<void> {
  for (const [field, code] of [
    ["#from-0", "EGGW"],
    ["#to-0", "KTEB"],
  ] as const) {
    await page.locator(field).fill(code);
    await page.clock.runFor(300);
    await page.locator("[part=option]").first().waitFor();
    await page.locator(field).press("Enter");
  }
  for (const date of await page.locator("input[type=date]").all()) await date.fill("2026-12-13");
  await page.locator("h1").click();
}

async function waitLong(page: Page): Promise<void> {
  await submit(page);
  // The screen starts its clock once it is there, and it comes with a file of its own.
  await page.locator("[part~=waiting]").waitFor();
  await page.clock.runFor(13_000);
}

async function submit(page: Page): Promise<void> {
  await fill(page);
  await page.locator("[part=submit]").click();
}

async function answer(route: Route, state: State, lang: string): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  if (pathname === "/") return route.fulfill({ contentType: "text/html", body: hostPage(lang, state.attributes) });
  const file = (await (files ??= buildWidget())).get(pathname.slice("/widget/".length));
  if (state.lost?.test(pathname)) return route.abort();
  if (file !== undefined) return route.fulfill({ contentType: "text/javascript", body: file });
  if (pathname === "/widget/settings") {
    const names = categoryNames[nearestLanguage(lang) ?? "en-GB"];
    return route.fulfill({ json: { ...settings, ...state.settings, categoryNames: names } });
  }
  if (pathname === "/airports" && state.lookup)
    return route.fulfill({ status: 503, json: problem("marketplace.unavailable") });
  const asked = searchParams.get("query") ?? "lon";
  if (pathname === "/airports") return route.fulfill({ json: { airports: airports(asked) } });
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
function hostPage(lang: string, attributes = ""): string {
  return `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><title>Demo Charter</title><meta name="viewport" content="width=device-width">
    <style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:1120px;padding:16px}.pale{--liftline-accent:light-dark(#5a4a00,khaki);--liftline-on-accent:light-dark(#333,#fff)}</style>
    <h1>Demo Charter</h1><liftline-search embed-key="pk_demo"${attributes}></liftline-search>
    <script type="module" src="/widget/v1/liftline.js"></script></html>`;
}
