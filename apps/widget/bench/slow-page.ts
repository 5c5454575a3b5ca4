import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { installPageClock } from "./page-clock.ts";

/** How many times slower than this machine the measured page runs. */
export const throttle = 4;

/** A machine that is slower than this many times its best has other things to do, and measures them. */
const busy = 1.3;
const attempts = 3;
/** A new tab has the browser start a process for the next one, which takes a second of a processor. */
const SETTLED_MS = 1500;

export interface Visit {
  url: string;
  viewport: { width: number; height: number };
  /** Scripts that the browser has in its cache. */
  cached: readonly string[];
  /** Scripts that the page has got already, as modules that nobody has run. */
  loaded: readonly string[];
}

export interface SlowBrowser {
  browser: Browser;
  /**
   * Measures on a page of its own, in a profile of its own, throttled. The calibration loop runs before and after, as
   * throttled; where it was slow the measurement is made again, so that a busy machine costs time and not truth.
   */
  measure: <Figures>(visit: Visit, take: (page: Page) => Promise<Figures>) => Promise<Figures>;
  quietness: Quietness;
  close: () => Promise<void>;
}

/** What else the machine had to do while it was measured. */
export interface Quietness {
  /** How long the loop took under the throttle, in milliseconds. */
  calibrations: number[];
  /** How many measurements were kept, and how many of them beside a slow loop, for there was no better. */
  kept: number;
  disturbed: number;
}

export async function launchSlowBrowser(): Promise<SlowBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
  const quietness: Quietness = { calibrations: [], kept: 0, disturbed: 0 };
  return {
    browser,
    quietness,
    close: () => browser.close(),
    async measure(visit, take) {
      for (let attempt = 1; ; attempt += 1) {
        const { figures, isDisturbed } = await measureOnce(browser, { visit, take, quietness });
        if (isDisturbed && attempt < attempts) continue;
        quietness.kept += 1;
        if (isDisturbed) quietness.disturbed += 1;
        return figures;
      }
    },
  };
}

interface Measurement<Figures> {
  visit: Visit;
  take: (page: Page) => Promise<Figures>;
  quietness: Quietness;
}

async function measureOnce<Figures>(browser: Browser, { visit, take, quietness }: Measurement<Figures>) {
  const context = await browser.newContext({ viewport: visit.viewport, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await page.addInitScript(installPageClock);
    await page.goto(visit.url);
    await page.evaluate(bringScripts, visit);
    const session = await context.newCDPSession(page);
    await new Promise((done) => setTimeout(done, SETTLED_MS));
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    const before = await calibrate(page);
    const figures = await take(page);
    const after = await calibrate(page);
    quietness.calibrations.push(before, after);
    return { figures, isDisturbed: Math.max(before, after) > busy * Math.min(...quietness.calibrations) };
  } finally {
    await context.close();
  }
}

async function bringScripts({ cached, loaded }: Visit): Promise<void> {
  await Promise.all(cached.map(async (path) => (await fetch(path)).text()));
  const links = loaded.map((href) => {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href });
    document.head.append(link);
    return new Promise((onload, onerror) => Object.assign(link, { onload, onerror }));
  });
  await Promise.all(links);
}

/**
 * The mean of ten, 250 ms and more: long enough to be interrupted by what else runs, and for a processor that rested to be
 * awake again, as that of a page which is still being loaded is. The first one is still being compiled.
 */
function calibrate(page: Page): Promise<number> {
  return page.evaluate(() => {
    globalThis.bench.calibrate();
    const start = performance.now();
    for (let count = 0; count < 10; count += 1) globalThis.bench.calibrate();
    return (performance.now() - start) / 10;
  });
}
