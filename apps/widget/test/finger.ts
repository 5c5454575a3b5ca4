import type { CDPSession, Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Somebody who has a phone: swipes until a thing is in sight, taps it, and types where the tap has put the cursor. */
export interface Finger {
  /** Taps this, which is told as `role name`; of several, the one at an index. */
  tap(place: string, at?: number): Promise<void>;
  /** Taps a field and writes into whatever has the focus then. */
  type(place: string, text: string, at?: number): Promise<void>;
  /** Taps a date or a list: the phone's own picker opens, and the value stands for what is tapped in there. */
  pick(place: string, value: string, at?: number): Promise<void>;
  /** This has come on the screen by itself, and nothing lies over it. */
  sees(...places: string[]): Promise<void>;
}

/** As a test's context is opened for it. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

interface Point {
  x: number;
  y: number;
}

const patience = { timeout: 30_000, interval: 50 };
const { width, height } = phone.viewport;

export async function takeFinger(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  await page.locator("liftline-search").getByRole("heading", { level: 2 }).waitFor();
  return {
    tap: (place, at = 0) => tap(find(page, place).nth(at)),
    async type(place, text, at = 0) {
      await tap(find(page, place).nth(at));
      await page.keyboard.type(text);
    },
    async pick(place, value, at = 0) {
      const field = find(page, place).nth(at);
      await tap(field);
      await expect.poll(() => field.evaluate((each) => each.matches(":open")), patience).toBe(true);
      if (place.startsWith("date")) await field.fill(value);
      else await field.selectOption(value);
    },
    async sees(...places) {
      for (const place of places) {
        const seen = async () => (await find(page, place).evaluateAll(where)).some(({ over }) => !over);
        await expect.poll(seen, { ...patience, message: place }).toBe(true);
      }
    },
  };

  async function tap(target: Locator): Promise<void> {
    await target.waitFor({ timeout: patience.timeout });
    await bringNear(session, target);
    await target.tap({ timeout: patience.timeout });
  }
}

function find(page: Page, place: string): Locator {
  const [role = "", ...words] = place.split(" ");
  const name = words.join(" ");
  if (role === "text") return page.getByText(name, { exact: true });
  if (role === "summary") return page.locator("summary").filter({ hasText: name });
  // The browser's tree knows this one as a date, ARIA has no such role.
  if (role === "date") return page.locator("[type=date]").and(page.getByLabel(name, { exact: true }));
  // An airport's country and code come after its name.
  const found = page.getByRole(role as "button", { name, exact: role !== "option" });
  // Of a pill, the finger finds the words; what is ticked lies unseen beside them.
  return role === "radio" || role === "checkbox" ? page.locator("label", { has: found }) : found;
}

/** Only by swipes: what is cut off, or lies under something that stays, is out of the finger's reach. */
async function bringNear(session: CDPSession, target: Locator): Promise<void> {
  let told = "";
  for (let swipes = 0; swipes < 30; swipes++) {
    const [spot] = await target.evaluateAll(where);
    if (!spot?.over) return;
    told = `${String(target)} lies at ${Math.round(spot.x)}, ${Math.round(spot.y)} under ${spot.over}`;
    // Sideways in its own line, once that is on the screen.
    const aside = (spot.x < 0 || spot.x > width) && spot.y > 0 && spot.y < height;
    const by = aside
      ? { x: within(width / 2 - spot.x, width - 40), y: 0 }
      : { x: 0, y: within(height / 2 - spot.y, height - 40) };
    await swipe(session, { x: width / 2, y: aside ? spot.y : height / 2 }, by);
  }
  throw new Error(`No swipe brings it near: ${told}`);
}

/** Around a point, as long as the way is; the finger rests before it is lifted, so that nothing flies on. */
async function swipe(session: CDPSession, around: Point, way: Point): Promise<void> {
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  const at = (part: number): Point => ({ x: around.x + way.x * part, y: around.y + way.y * part });
  await touch("touchStart", at(-0.5));
  for (const part of [-0.2, 0.2, 0.5]) await touch("touchMove", at(part));
  await touch("touchEnd");
}

function within(distance: number, most: number): number {
  return Math.max(-most, Math.min(most, distance));
}

/** The middle of each, and what a tap there would come to instead. */
function where(targets: Element[]): { x: number; y: number; over: string }[] {
  return targets.map((target) => {
    const box = target.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let top = document.elementFromPoint(x, y);
    for (let inner = top; inner?.shadowRoot; top = inner) {
      inner = inner.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === top) break;
    }
    const over = target.contains(top) ? "" : top ? `${top.localName} ${top.className}` : "nothing";
    return { x, y, over };
  });
}
