import { chromiumArguments, chromiumPath } from "@liftline/vitest-config/chromium";
import type { LeadReceipt } from "@liftline/schema";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { buildWidget } from "./build-widget.ts";
import { airports, searchAnswer, settings } from "./canned-answers.ts";

/** The built widget on a page whose backend is played. */
export interface PlayedPages {
  open(opening?: Opening): Promise<PlayedPage>;
  close(): Promise<void>;
}

export interface Opening extends BrowserContextOptions {
  /** What the page's clock shows; it stands still. */
  now?: string;
  /** What the backend does with a call; by default, it answers at once. */
  play?: Play;
  /** What the backend answers to a path instead. */
  answers?: Record<string, unknown>;
}

/** `path` is the backend's, or a file's below `/widget/`. */
export type Play = (path: string) => Outcome | Promise<Outcome>;

/** `break`: no network. */
export type Outcome = "answer" | "break";

export interface PlayedPage {
  page: Page;
  /** Paths, in the order of the calls. */
  calls: string[];
  /** What was sent to a path. */
  sent(path: string): unknown[];
  /** Keys of the requests that were sent. */
  keys: (string | undefined)[];
}

/** A secure one: elsewhere a browser tells no position and copies nothing. */
export const origin = "https://broker.test";

export const receipt: LeadReceipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };

export async function playPages(): Promise<PlayedPages> {
  const [files, browser] = await Promise.all([
    buildWidget(),
    chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments }),
  ]);
  return { open: (opening = {}) => open({ files, browser }, opening), close: () => browser.close() };
}

async function open(
  { files, browser }: { files: Map<string, string>; browser: Browser },
  { now, play = () => "answer", answers = {}, ...options }: Opening,
): Promise<PlayedPage> {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  // A machine that has much else to do is waited for.
  page.setDefaultTimeout(90_000);
  if (now) await page.clock.setFixedTime(now);
  const calls: string[] = [];
  const bodies: { path: string; body: unknown }[] = [];
  const keys: (string | undefined)[] = [];
  await page.route("**/*", async (route) => {
    const request = route.request();
    const { pathname: path, searchParams } = new URL(request.url());
    if (path === "/") return route.fulfill({ contentType: "text/html", body: html });
    if (path === "/elsewhere") return route.fulfill({ contentType: "text/html", body: "<h1>Elsewhere</h1>" });
    calls.push(path);
    if (request.method() === "POST") bodies.push({ path, body: request.postDataJSON() });
    if (path === "/leads") keys.push((await request.headerValue("Idempotency-Key")) ?? undefined);
    const outcome = await play(path);
    if (outcome === "break") return route.abort("internetdisconnected");
    const file = files.get(path.slice("/widget/".length));
    if (file !== undefined) return route.fulfill({ contentType: "text/javascript", body: file });
    if (answers[path]) return route.fulfill({ json: answers[path] });
    if (path === "/airports") return route.fulfill({ json: { airports: airports(searchParams.get("query") ?? "") } });
    if (path === "/leads") return route.fulfill({ status: 201, json: receipt });
    return route.fulfill({ json: path === "/searches" ? searchAnswer : settings });
  });
  await page.goto(`${origin}/`, { waitUntil: "commit" });
  return { page, calls, keys, sent: (path) => bodies.flatMap((each) => (each.path === path ? [each.body] : [])) };
}

const html = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <link rel="icon" href="data:,"><script type="module" src="/widget/v1/liftline.js"></script></head>
  <body><liftline-search embed-key="pk_demo"><a href="tel:1">Call us</a></liftline-search></body></html>`;
