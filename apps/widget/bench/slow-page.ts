import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { installPageClock } from "./page-clock.ts";

/** How many times slower than this machine the measured page runs. */
export const throttle = 4;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
}

export interface Visit {
  url: string;
  viewport: { width: number; height: number };
  /** Scripts that the browser has in its cache already, as text. */
  cached: readonly string[];
}

/** How long the calibration loop took, in milliseconds, of every page of this process. */
export const calibrations: number[] = [];

/** A machine that is slower than this many times its best has other things to do, and measures them. */
const busy = 1.3;
const attempts = 3;

/**
 * Measures on a page of its own, in a browser profile of its own, throttled. The calibration loop runs before and after;
 * where it was slow the measurement is made again, so that a busy machine costs time and not truth.
 */
export async function onSlowPage<Figures>(
  browser: Browser,
  visit: Visit,
  measure: (page: Page) => Promise<Figures>,
): Promise<Figures> {
  for (let attempt = 1; ; attempt += 1) {
    const context = await browser.newContext({ viewport: visit.viewport, serviceWorkers: "block" });
    const page = await context.newPage();
    try {
      await page.addInitScript(installPageClock);
      await page.goto(visit.url);
      await page.evaluate(
        (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).text())).then(() => {}),
        visit.cached,
      );
      const before = await calibrate(page);
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
      const figures = await measure(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      const after = await calibrate(page);
      const isBusy = Math.max(before, after) > busy * Math.min(...calibrations);
      if (!isBusy || attempt === attempts) return figures;
    } finally {
      await context.close();
    }
  }
}

/** The best of three: the first one is still being compiled. */
async function calibrate(page: Page): Promise<number> {
  const milliseconds = await page.evaluate(() => Math.min(...[1, 2, 3].map(() => globalThis.bench.calibrate())));
  calibrations.push(milliseconds);
  return milliseconds;
}
