import type { Page } from "playwright-core";

/** Longer than what the widget waits for by itself: 450 ms until a photo is asked for. */
const QUIET_MS = 500;

/**
 * When every answer is there and the page has drawn what it makes of them, however slow the machine. What it waits for by
 * itself comes in the order of the page's own clock.
 */
export async function settled(page: Page, state: string): Promise<void> {
  // Those of the built widget, but for the one that nothing answers. A module out of the browser's memory never finishes.
  const awaited = (url: string) =>
    url.startsWith("http://broker.test/") && !(state.startsWith("waiting") && url.endsWith("/searches"));
  for (let before = "", now = "begin"; before !== now;) {
    before = now;
    const requests = (await page.requests()).filter((request) => awaited(request.url()));
    for (const request of requests) await (await request.response())?.finished();
    now = `${requests.length} ${await drawn(page)}`;
  }
}

/** What is in the shadow roots after a while of quiet. */
function drawn(page: Page): Promise<string> {
  return page.evaluate(async (quiet) => {
    await new Promise((done) => setTimeout(done, quiet));
    const roots = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    // One that does not come is replaced.
    for (const image of roots.flatMap((root) => [...root.querySelectorAll("img")]))
      await image.decode().catch(() => {});
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    return roots.map(({ innerHTML }) => innerHTML).join("\n");
  }, QUIET_MS);
}

/**
 * What was announced last, and one under the other the names of all that has one, alerts and news word for word. What a
 * paragraph says is a matter of the catalogue.
 */
export async function heard(page: Page): Promise<string> {
  const lines = (await page.locator("body").ariaSnapshot()).split("\n");
  const kept: string[] = [];
  let news = Infinity;
  for (const line of lines) {
    const depth = line.search(/\S/);
    if (depth <= news) news = /^\s*- (alert|status)/.test(line) ? depth : Infinity;
    // A group without a name is a disclosure: its text is what its button is called.
    if (news < Infinity || /^\s*- '?(\w+ "|group:)/.test(line)) kept.push(line.trim());
  }
  return [`told: ${await told(page)}`, ...kept].join("\n");
}

function told(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said: unknown = Reflect.get(window, "said");
    const root = document.querySelector("liftline-search")?.shadowRoot;
    return typeof said === "function"
      ? String(said())
      : (root?.querySelector("[part=root] > [role=status]")?.textContent ?? "");
  });
}
