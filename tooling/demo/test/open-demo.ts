import { existsSync } from "node:fs";
import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import type { LedgerLead } from "@liftline/sandbox";
import { chromium, type BrowserContextOptions, type Page } from "playwright-core";
import { startDemo } from "../src/start-demo.ts";

/** The parts of `npm start` and a browser to visit them with. */
export interface OpenDemo {
  /** Of the broker's home page, with a slash at the end. */
  url: string;
  /** A page in a context of its own. `stray` collects what went wrong or elsewhere behind the page's back. */
  visit(path?: string, options?: BrowserContextOptions): Promise<{ page: Page; stray: string[] }>;
  /** What the simulated marketplace has in its ledger of one person. */
  leadsOf(name: string): LedgerLead[];
  marketplaceUrl: string;
  close(): Promise<void>;
}

/** `dataFolder` is where the database is kept, `demo.db`; without it, it is in memory. */
export async function openDemo({ dataFolder }: { dataFolder?: URL } = {}): Promise<OpenDemo> {
  const root = new URL("../../../", import.meta.url);
  if (!existsSync(new URL("apps/widget/dist/v1/liftline.js", root))) {
    throw new Error("The widget is not built: `npm test` does it, or `pnpm exec turbo run build`.");
  }
  const demo = await startDemo({ port: 0, root, ...(dataFolder && { dataFolder }) });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments });
  return {
    url: demo.url,
    async visit(path = "", options = {}) {
      const context = await browser.newContext({ reducedMotion: "reduce", locale: "en-GB", ...options });
      const page = await context.newPage();
      const stray: string[] = [];
      await page.addInitScript(
        "document.addEventListener('securitypolicyviolation', (event) => console.error('violated: ' + event.violatedDirective))",
      );
      page.on("pageerror", (error) => stray.push(`thrown: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") stray.push(`console: ${message.text()}`);
      });
      page.on("request", (request) => {
        if (new URL(request.url()).origin !== new URL(demo.url).origin) stray.push(`called: ${request.url()}`);
      });
      await page.goto(new URL(path, demo.url).href);
      return { page, stray };
    },
    leadsOf: (name) => demo.leads().filter(({ body }) => body.leadContactInfo.name === name),
    marketplaceUrl: demo.marketplaceUrl,
    async close() {
      await browser.close();
      await demo.close();
    },
  };
}
