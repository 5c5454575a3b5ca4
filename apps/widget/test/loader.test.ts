import { createHash } from "node:crypto";
import { languageTags } from "@liftline/schema";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWidget } from "./build-widget.ts";
import { settings } from "./canned-answers.ts";

let browser: Browser;
let files: Map<string, string>;

beforeAll(async () => {
  files = await buildWidget();
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
}, 60_000);

afterAll(() => browser?.close());

const script = '<script type="module" src="/widget/v1/liftline.js"></script>';
const element = '<liftline-search embed-key="pk_demo"><a href="tel:1">Call us</a></liftline-search>';
const form = "liftline-search [part=form]";

describe("the script tag", { timeout: 60_000 }, () => {
  test("loads itself alone until an element comes near, and then what that one needs", async () => {
    const far = await open(`${script}<div style="height: 9000px"></div>${element}`);
    await far.page.waitForFunction("document.querySelector('liftline-search').shadowRoot");
    await twoFrames(far.page);
    expect(far.asked).toEqual(["/widget/v1/liftline.js"]);
    await far.page.evaluate("scrollTo(0, 9000)");
    await far.page.locator(form).waitFor();
    expect(far.asked.filter((path) => path.endsWith(".js"))).toEqual([
      "/widget/v1/liftline.js",
      expect.stringMatching(/^\/widget\/[\d.]+\/liftline-/),
    ]);
    await far.page.close();
  });

  test("the form's file is compiled beside the main thread, as its first line asks", () => {
    const hinted = [...files].filter(([, text]) => text.startsWith("//# allFunctionsCalledOnLoad\n"));
    expect(hinted.map(([path]) => path)).toEqual([expect.stringMatching(/^[\d.]+\/liftline-/)]);
  });

  test("a second element far below asks the backend nothing before it comes near", async () => {
    const { page, asked } = await open(`${script}${element}<div style="height: 9000px"></div>${element}`);
    await page.locator(form).first().waitFor();
    await expect.poll(() => asked.filter((path) => path === "/widget/settings").length).toBe(1);
    await twoFrames(page);
    expect(await page.locator(form).count()).toBe(1);
    await page.evaluate("scrollTo(0, 9000)");
    await expect.poll(() => page.locator(form).count(), { timeout: 15_000 }).toBe(2);
    await page.close();
  });

  test.each([
    ...languageTags.map((lang): [string, string] => [lang, ""]),
    ["en-GB", ' date="2099-12-13" return-date="2099-12-20"'],
  ])("reserves the form's room to the pixel: %s%s", async (lang, attributes) => {
    // The margins of our own pages; labels of a return, and some of two languages, need two lines below 360.
    const isLong = attributes !== "" || lang === "fr" || lang === "nl";
    for (const width of isLong ? [360, 768, 1280] : [320, 360, 768, 1280]) {
      const marked = element.replace(">", `${attributes}>`);
      const html = `<div lang="${lang}" dir="auto">${script}${marked}<p>below</p></div>`;
      const { page, release } = await open(html, { width, hold: true });
      await page.waitForFunction("document.querySelector('liftline-search').shadowRoot");
      await twoFrames(page);
      await page.evaluate(
        "globalThis.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map((each) => each.value))).observe({ type: 'layout-shift' })",
      );
      const before = await heightOf(page);
      release();
      await page.locator(form).waitFor();
      await twoFrames(page);
      expect([width, await heightOf(page), await page.evaluate("shifts")]).toEqual([width, before, []]);
      await page.close();
    }
  });

  test("what the page offers stays where the widget cannot come, and a tab that was offline tries again", async () => {
    const { page, release } = await open(`${script}${element}`, { broken: true });
    await page.waitForFunction("document.querySelector('liftline-search').shadowRoot");
    await page.getByRole("link", { name: "Call us" }).waitFor();
    release();
    // Chromium asks again for a module that did not come.
    await expect
      .poll(
        async () => {
          await page.evaluate("dispatchEvent(new Event('online'))");
          return page.locator(form).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    await page.close();
  });

  test("works whatever comes first, twice on a page, in a shadow root, moved and removed", async () => {
    const { page, thrown } = await open("<main></main>", { hold: true });
    const add = (code: string) =>
      page.evaluate(`{ const add = (parent = document.querySelector("main")) => {
        const search = document.createElement("liftline-search");
        search.setAttribute("embed-key", "pk_demo");
        parent.append(search);
        return search;
      }; ${code} }`);
    const run = (path: string) =>
      page.evaluate(
        `new Promise((done) => { const tag = document.createElement("script"); Object.assign(tag, { type: "module", src: "${path}", onload: done }); document.head.append(tag); })`,
      );
    await add("Object.assign(add(), { from: 'EGGW', passengers: 7 })");
    await run("/widget/v1/liftline.js");
    await run("http://other.test/widget/v1/liftline.js");
    await add("add()");
    await add(
      "const box = document.querySelector('main').appendChild(document.createElement('div')); add(box.attachShadow({ mode: 'open' }))",
    );
    await add("add().remove()");
    await add("document.body.append(add())");
    await page.evaluate("release()");
    await expect.poll(() => page.locator(form).count(), { timeout: 15_000 }).toBe(4);
    const first = page.getByRole("combobox", { name: "From" }).first();
    expect(await first.inputValue()).toBe("EGGW");
    await page.evaluate("document.querySelector('liftline-search').from = 'KTEB'");
    await expect.poll(() => first.inputValue()).toBe("KTEB");
    expect(await page.evaluate("document.querySelector('liftline-search').passengers")).toBe(7);
    expect(thrown).toEqual([]);
    await page.close();
  });

  test("pinned by its hash, a page runs what was hashed, and nothing that was changed since", async () => {
    const { pinned } = JSON.parse(files.get("v1/liftline.json") ?? "") as { pinned: string };
    const later = [...files.keys()].filter((path) => !path.startsWith("v1/") && path !== pinned);
    const integrity = Object.fromEntries(later.map((path) => [`/widget/${path}`, hashOf(path)]));
    const html = `<script type="importmap">${JSON.stringify({ integrity })}</script>
      <script type="module" src="/widget/${pinned}" integrity="${hashOf(pinned)}" crossorigin="anonymous"></script>${element}`;
    const whole = await open(html);
    await whole.page.locator(form).waitFor();
    await whole.page.close();
    const refused: string[] = [];
    const changed = await open(html, { change: (path) => /liftline-/.test(path), refused });
    await expect.poll(() => refused.join(), { timeout: 15_000 }).toContain("integrity");
    expect(await changed.page.locator(form).count()).toBe(0);
    expect(await changed.page.getByRole("link", { name: "Call us" }).isVisible()).toBe(true);
    await changed.page.close();
  });
});

function hashOf(path: string): string {
  return `sha384-${createHash("sha384")
    .update(files.get(path) ?? "")
    .digest("base64")}`;
}

interface Opening {
  width?: number;
  /** The version's files wait for `release`. */
  hold?: boolean;
  /** They are refused until then. */
  broken?: boolean;
  /** These have another byte than was built. */
  change?: (path: string) => boolean;
  /** Gets what the console says. */
  refused?: string[];
}

interface Opened {
  page: Page;
  /** Paths, in the order of the requests. */
  asked: string[];
  thrown: string[];
  /** Lets the version's files through. */
  release: () => void;
}

async function open(html: string, opening: Opening = {}): Promise<Opened> {
  const { width = 800, hold = false, broken = false, change = () => false, refused = [] } = opening;
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const asked: string[] = [];
  const thrown: string[] = [];
  let isBroken = broken;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = () => {
      isBroken = false;
      resolve();
    };
  });
  page.on("console", (message) => refused.push(message.text()));
  page.on("pageerror", (error) => thrown.push(String(error)));
  await page.exposeFunction("release", () => release());
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: pageOf(html) });
    asked.push(pathname);
    const file = files.get(pathname.slice("/widget/".length));
    if (file === undefined) return route.fulfill({ json: settings });
    if (!pathname.includes("/v1/")) {
      if (hold) await released;
      if (isBroken) return route.abort();
    }
    return route.fulfill({
      headers: { "content-type": "text/javascript", "access-control-allow-origin": "*" },
      body: change(pathname) ? `${file} ` : file,
    });
  });
  await page.goto("http://broker.test/", { waitUntil: "commit" });
  return { page, asked, thrown, release };
}

function pageOf(html: string): string {
  return `<!doctype html><html lang="en-GB"><meta name="viewport" content="width=device-width">
    <link rel="icon" href="data:,"><style>body { margin: 20px; font: 16px/1.5 system-ui, sans-serif }</style><body>${html}`;
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate<number>("document.querySelector('liftline-search').getBoundingClientRect().height");
}

/** What an observer of intersections has to say is said by then. */
async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))",
  );
}
