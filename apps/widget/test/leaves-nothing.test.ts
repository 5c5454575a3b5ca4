import { memoryOf } from "@liftline/vitest-config/memory";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playPages, type PlayedPages } from "./played-page.ts";
import { now } from "./steps.ts";

let pages: PlayedPages;

beforeAll(async () => {
  pages = await playPages();
}, 120_000);

afterAll(() => pages?.close());

test("fifty searches that have come and gone, wherever their visitors were, leave nothing behind", async () => {
  const { page, calls } = await pages.open({
    now,
    play: (path) => (path === "/slow/searches" ? new Promise(() => {}) : "answer"),
  });
  const asked = (path: string) => calls.filter((call) => call === path).length;
  const session = await page.context().newCDPSession(page);
  await page.locator("liftline-search [part=form]").waitFor();
  await page.evaluate("document.body.replaceChildren()");
  // What is made once, such as formatters and what the files hold, is made by then.
  await comeAndGo(page, 10);
  const before = await memoryOf(session);
  const left = await comeAndGo(page, 50);
  const after = await memoryOf(session);
  // The browser may hold on to the last ones, and to what its focus was on.
  expect(await left()).toBeLessThan(3);
  expect(after.nodes - before.nodes).toBeLessThan(200);
  expect(after.listeners - before.listeners).toBeLessThan(20);
  expect(after.heap - before.heap).toBeLessThan(500_000);
  expect(asked("/searches")).toBe(12);
  expect(asked("/slow/searches")).toBe(12);
  await page.context().close();
}, 180_000);

/** Of five, one leaves with its options on the page, one while it waits for them, one with its list of airports open. */
async function comeAndGo(page: Page, times: number): Promise<() => Promise<number>> {
  const gone = await page.evaluateHandle(async (times) => {
    const gone: WeakRef<Element>[] = [];
    for (let at = 0; at < times; at++) {
      const search = document.createElement("liftline-search");
      const attributes = { "embed-key": "pk_demo", from: "EGGW", to: "KTEB", date: "2026-12-13" };
      for (const [name, value] of Object.entries(attributes)) search.setAttribute(name, value);
      if (at % 5 === 1) search.setAttribute("backend", `${origin}/slow`);
      document.body.append(search);
      gone.push(new WeakRef(search));
      const form = await shown("[part=form]");
      if (at % 5 < 2) form.querySelector<HTMLElement>("[part=submit]")?.click();
      if (at % 5 === 0) (await shown("[part=choose]")).click();
      if (at % 5 === 1) {
        await shown("[part~=waiting]");
        // What asks the backend is an effect: however busy the machine is, it has run by then.
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      if (at % 5 === 2) form.querySelector<HTMLElement>("[role=combobox]")?.focus();
      if (at % 5 === 2) await shown("[role=listbox]");
      await drawn();
      search.remove();

      async function shown(selector: string): Promise<HTMLElement> {
        for (;;) {
          const found = search.shadowRoot?.querySelector<HTMLElement>(selector);
          if (found) return found;
          await drawn();
        }
      }
    }
    return gone;

    /** What follows a drawing follows it in a frame of its own. */
    async function drawn(): Promise<void> {
      for (let frames = 2; frames > 0; frames--) await new Promise(requestAnimationFrame);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, times);
  return () => gone.evaluate((all) => all.filter((each) => each.deref()).length);
}
