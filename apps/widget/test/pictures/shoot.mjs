// Pictures of the booking screens, to look at: node test/pictures/shoot.mjs [state,state…] [360,768,1280] [en-GB,ar] [light,dark]
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import { chromium } from "playwright-core";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [states, widths = ["360", "768", "1280"], languages = ["en-GB", "ar"], schemes = ["light", "dark"]] = process.argv
  .slice(2)
  .map((list) => list.split(","));
const out = `${root}test-results/booking`;
mkdirSync(out, { recursive: true });

const server = await createServer({
  root,
  logLevel: "error",
  server: { port: 0, host: "127.0.0.1" },
  // The Preact of the build is made from source; bundled beforehand it would be another.
  optimizeDeps: { noDiscovery: true, exclude: ["preact"] },
});
await server.listen();
const { port } = server.httpServer.address();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
try {
  for (const width of widths)
    for (const colorScheme of schemes) {
      const page = await browser.newPage({ viewport: { width: Number(width), height: 900 }, colorScheme });
      page.on("pageerror", (error) => console.error(error.message));
      for (const language of languages)
        for (const state of states) {
          await page.goto(`http://127.0.0.1:${port}/test/pictures/index.html?state=${state}&lang=${language}`);
          await page.locator("html[data-ready]").waitFor({ state: "attached" });
          await page.waitForLoadState("networkidle");
          const height = Math.min(1800, await page.evaluate(() => document.documentElement.scrollHeight));
          await page.setViewportSize({ width: Number(width), height });
          await page.screenshot({
            path: `${out}/${state}-${width}-${language}-${colorScheme}.png`,
            animations: "disabled",
          });
          await page.setViewportSize({ width: Number(width), height: 900 });
        }
      await page.close();
    }
} finally {
  await browser.close();
  await server.close();
}
