import type { Page } from "playwright-core";
import type { SlowBrowser } from "./slow-page.ts";
import { median } from "./statistics.ts";

/** A build of the widget, as paths of its files. */
export interface OptionsVariant {
  /** How many cards it draws at first. */
  cards: number;
  script: string;
  cached: readonly string[];
}

export interface Looking {
  url: string;
  viewport: { width: number; height: number };
  /** Scrolling through everything takes a while: not in every run. */
  scrolls: boolean;
}

/** In milliseconds. */
export interface OptionsFigures {
  /** From the answer's arrival to the painted options. */
  painted: number;
  /** From a card's button to the painted choice: the median of several. */
  choose: number;
  /** From another order to the painted options: the median of several. */
  sort: number;
  /** Of a scroll through all of them: the longest frame of each screenful. Empty where none was made. */
  frames: readonly number[];
  /** As `choose` and `sort`, once all of them have come. */
  chooseOfAll: number;
  sortOfAll: number;
}

/** A hard fling: twelve thousand pixels a second at sixty frames. */
const pixelsPerFrame = 200;

export function measureOptions(
  { measure }: SlowBrowser,
  variant: OptionsVariant,
  { url, viewport, scrolls }: Looking,
): Promise<OptionsFigures> {
  return measure({ url, viewport, cached: variant.cached, loaded: [] }, async (page) => {
    await search(page, variant.script);
    const painted = await page.evaluate((count) => globalThis.bench.cardsPainted(count), variant.cards);
    await quiet(page);
    const choose = median(await chooseSome(page, 1));
    const sort = median(await sortAnew(page, ["seats", "time", "price", "seats", "time", "price"]));
    if (!scrolls) return { painted, choose, sort, frames: [], chooseOfAll: choose, sortOfAll: sort };
    const frames = await page.evaluate((pixels) => globalThis.bench.scrollThrough(pixels), pixelsPerFrame);
    if ((await page.locator("article").count()) !== 300) throw new Error("not all options came while scrolling");
    await quiet(page);
    const chooseOfAll = median(await chooseSome(page, 290));
    // The visitor goes up again to where the order is changed; after that not all are there any more.
    await page.evaluate(() => scrollTo(0, 0));
    await quiet(page);
    const sortOfAll = median(await sortAnew(page, ["seats"]));
    // A frame lasts so many refreshes of the screen, and three of them are told as 50 or as 50.1 ms.
    return { painted, choose, sort, frames: frames.map(Math.round), chooseOfAll, sortOfAll };
  });
}

/** A visitor comes with a trip that the page has filled in, and sends it off. */
async function search(page: Page, script: string): Promise<void> {
  await page.evaluate((src) => {
    document.body.innerHTML = `<liftline-search embed-key="pk_demo" backend="${location.origin}" from="EGGW" to="KTEB" date="2099-12-13"></liftline-search>`;
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
  }, script);
  await page.locator("[part=submit]").waitFor();
  await quiet(page);
  await page.evaluate(() => globalThis.bench.all("[part=submit]")[0]?.click());
}

function chooseSome(page: Page, first: number): Promise<number[]> {
  return page.evaluate(async (from) => {
    const taken: number[] = [];
    for (let index = from; index < from + 5; index += 1) {
      const button = globalThis.bench.all("[part=choose]")[index];
      taken.push(
        await globalThis.bench.untilPainted(
          () => button?.click(),
          () => button?.ariaPressed === "true",
        ),
      );
      await new Promise((done) => setTimeout(done, 50));
    }
    return taken;
  }, first);
}

function sortAnew(page: Page, orders: readonly string[]): Promise<number[]> {
  return page.evaluate(async (wanted) => {
    const taken: number[] = [];
    const first = () => globalThis.bench.all("article")[0];
    for (const order of wanted) {
      const select = globalThis.bench.all("[part=toolbar] label select")[0] as HTMLSelectElement;
      const before = first();
      taken.push(
        await globalThis.bench.untilPainted(
          () => {
            select.value = order;
            select.dispatchEvent(new Event("change", { bubbles: true }));
          },
          () => first() !== before,
        ),
      );
      await new Promise((done) => setTimeout(done, 50));
    }
    return taken;
  }, orders);
}

/** What was put off is done. */
function quiet(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 100))));
}
