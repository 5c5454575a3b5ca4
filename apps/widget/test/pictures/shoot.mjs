// Pictures of the booking screens, to look at: node test/pictures/shoot.mjs [state,state…] [360,768,1280] [en-GB,ar] [light,dark]
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium } from "playwright-core";
import { serveBooking } from "./open-booking.ts";

const out = fileURLToPath(new URL("../../test-results/booking", import.meta.url));
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
const booking = await serveBooking(browser);
const [
  states = booking.states,
  widths = ["360", "768", "1280"],
  languages = ["en-GB", "ar"],
  schemes = ["light", "dark"],
] = process.argv.slice(2).map((list) => list.split(","));

for (const name of states)
  for (const width of widths.map(Number))
    for (const lang of languages)
      for (const scheme of schemes) {
        const page = await booking.open({ name, width, lang, scheme });
        page.on("pageerror", (error) => console.error(error.message));
        const height = Math.min(1800, await page.evaluate(() => document.documentElement.scrollHeight));
        await page.setViewportSize({ width, height });
        await page.evaluate(() =>
          Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))),
        );
        await page.screenshot({ path: `${out}/${name}-${width}-${lang}-${scheme}.png`, animations: "disabled" });
        await page.close();
      }
await booking.close();
await browser.close();
