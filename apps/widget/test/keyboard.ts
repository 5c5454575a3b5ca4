import type { CDPSession, Page } from "playwright-core";
import { expect } from "vitest";

/** Somebody who has a keyboard, and a screen reader that says where the focus is and what is announced. */
export interface Keyboard {
  /** Goes on by Tab until the focus is on this, which is told as `role name`. */
  to(place: string): Promise<void>;
  /** Goes back by Shift+Tab. */
  backTo(place: string): Promise<void>;
  /** Presses keys, one after the other. Afterwards the focus is still on something. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** All of it in one go: between two letters a busy machine takes long enough for a lookup of half a word. */
  paste(text: string): Promise<void>;
  /** The focus has come here by itself. */
  at(place: string): Promise<void>;
  /** This has been announced, since the last time that it was asked for. */
  hears(...texts: string[]): Promise<void>;
  /** What has the focus, as `role name`; `nothing` where it is lost. */
  focus(): Promise<string>;
}

const patience = { timeout: 60_000, interval: 50 };

/** The page's focus is taken as it is: nothing has it on a page that was just opened. */
export async function takeKeyboard(page: Page): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page);
  await page.locator("liftline-search").getByRole("heading", { level: 2 }).waitFor();
  await page.evaluate(listen);
  const keyboard: Keyboard = {
    to: (place) => walk("Tab", place),
    backTo: (place) => walk("Shift+Tab", place),
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await expect.poll(keyboard.focus, { ...patience, message: `after ${key}` }).not.toBe("nothing");
      }
    },
    type: (text) => page.keyboard.type(text),
    paste: (text) => page.keyboard.insertText(text),
    at: (place) => expect.poll(keyboard.focus, patience).toBe(place),
    async hears(...texts) {
      for (const text of texts) await expect.poll(() => page.evaluate(heard), patience).toContain(text);
      await page.evaluate(forget);
    },
    focus: () => focusOf(session),
  };
  return keyboard;

  async function walk(key: string, place: string): Promise<void> {
    const passed: string[] = [];
    while (passed.length < 80) {
      await page.keyboard.press(key);
      const here = await keyboard.focus();
      if (here === place) return;
      passed.push(here);
    }
    throw new Error(`${key} never came to “${place}”, but to ${[...new Set(passed)].join(" · ")}`);
  }
}

/** As the browser tells it to a screen reader. */
async function focusOf(session: CDPSession): Promise<string> {
  const { result } = await session.send("Runtime.evaluate", { expression: `(${active})()`, awaitPromise: true });
  if (!result.objectId) return "nothing";
  const { nodes } = await session.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  const [node] = nodes;
  await session.send("Runtime.releaseObject", { objectId: result.objectId });
  return `${String(node?.role?.value)} ${String(node?.name?.value)}`;
}

/** After a drawing: then a browser takes the focus off what can no longer have it. */
async function active(): Promise<Element | null> {
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  return here === document.body || here?.localName === "liftline-search" ? null : here;
}

/** What a screen reader would speak by itself: a status that changes, an alert that appears, nothing behind a dialog. */
function listen(): void {
  const said: string[] = [];
  Object.assign(window, { said });
  const root = document.querySelector("liftline-search")?.shadowRoot;
  if (!root) throw new Error("no widget");
  new MutationObserver((changes) => {
    const regions = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const changed = target instanceof Element ? target : target.parentElement;
      const region = changed?.closest("[role=status], [role=alert], output");
      if (region) regions.add(region);
      for (const added of addedNodes) {
        if (!(added instanceof Element)) continue;
        for (const alert of [added, ...added.querySelectorAll("*")])
          if (alert.matches("[role=alert]")) regions.add(alert);
      }
    }
    const dialog = root.querySelector("dialog:modal");
    for (const region of regions)
      if (region.textContent && (!dialog || dialog.contains(region))) said.push(region.textContent.trim());
  }).observe(root, { subtree: true, childList: true, characterData: true });
}

function heard(): string[] {
  return (window as unknown as { said: string[] }).said;
}

function forget(): void {
  (window as unknown as { said: string[] }).said.length = 0;
}
