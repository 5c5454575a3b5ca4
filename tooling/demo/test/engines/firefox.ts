import { launch, type Page } from "puppeteer-core";
import type { Engine, OpenEngine, Tab } from "./engine.ts";
import { findProgram } from "./find-program.ts";

const path = findProgram("firefox-esr", "firefox");

/** A machine that has much else to do is waited for. */
const patienceMs = 120_000;

/** Firefox by WebDriver BiDi, which needs no driver beside it. */
export const firefox: Engine = {
  name: "Firefox",
  fingerless: null,
  missing: path ? null : "there is no Firefox (firefox-esr)",
  open: openFirefox,
};

async function openFirefox(): Promise<OpenEngine> {
  const browser = await launch({
    browser: "firefox",
    executablePath: path ?? "firefox",
    headless: true,
    timeout: patienceMs,
    extraPrefsFirefox: {
      "intl.accept_languages": "en-GB",
      "accessibility.tabfocus": 7,
      // As on a device that has a screen to touch.
      "dom.w3c_touch_events.enabled": 1,
      // On a busy machine a finger lies longer than 300 ms, and that would be a press and no tap.
      "apz.max_tap_time": patienceMs,
      "ui.prefersReducedMotion": 1,
    },
  });
  return {
    version: await browser.version(),
    async openTab() {
      const context = await browser.createBrowserContext();
      return tabOf(await context.newPage(), () => context.close());
    },
    close: () => browser.close(),
  };
}

async function tabOf(page: Page, close: () => Promise<void>): Promise<Tab> {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  page.setDefaultTimeout(patienceMs);
  await page.setViewport({ width: 1024, height: 720 });
  await page.evaluateOnNewDocument(
    "document.addEventListener('securitypolicyviolation', (event) => console.error('violated: ' + event.violatedDirective))",
  );
  return {
    async goTo(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    ask: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    clickAt: (x, y) => page.mouse.click(x, y),
    tapAt: (x, y) => page.touchscreen.tap(x, y),
    resize: (width) => page.setViewport({ width, height: 720 }),
    async press(key) {
      if (key !== "BackTab") return page.keyboard.press(key === "Space" ? " " : key);
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
    },
    type: (text) => page.keyboard.type(text),
    complaints: () => complaints,
    close,
  };
}
