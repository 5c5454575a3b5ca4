import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { createServer } from "vite";
import type { Look } from "../screens.ts";

/** The screens after the search, each in its state, served from source. */
export interface BookingPages {
  /** Their names. */
  states: readonly string[];
  open(look: Look): Promise<Page>;
  close(): Promise<void>;
}

export async function serveBooking(browser: Browser): Promise<BookingPages> {
  const server = await createServer({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1", hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, exclude: ["preact"] },
  });
  await server.listen();
  const [origin = ""] = server.resolvedUrls?.local ?? [];
  // One for all: its cache has the modules that every state asks for.
  const context = await browser.newContext();
  async function open({ name, width, scheme, lang }: Look): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${origin}test/pictures/index.html?state=${name}&lang=${lang}`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    return page;
  }
  const page = await open({ name: "options", width: 360, scheme: "light", lang: "en-GB" });
  const states = await page.evaluate((): string[] => Reflect.get(window, "states"));
  await page.close();
  return { states, open, close: () => server.close() };
}
