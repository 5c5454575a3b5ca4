import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { optionsEnGB } from "../src/messages/en-gb.options.ts";
import type { Keyboard } from "./keyboard.ts";
import { playPages, receipt, type Outcome, type PlayedPages } from "./played-page.ts";
import {
  chooseOne,
  fillOneWay,
  fillRequest,
  inPounds,
  now,
  pick,
  playCalendar,
  search,
  searchForEver,
  visit,
  withWords,
} from "./steps.ts";

let pages: PlayedPages;

beforeAll(async () => {
  pages = await playPages();
}, 120_000);

afterAll(() => pages?.close());

describe("by keyboard only, where the way is not straight", { timeout: 180_000 }, () => {
  test("two are compared, one is taken out again, and the focus comes back each time", async () => {
    const { page, keyboard } = await visit(pages);
    await fillOneWay(keyboard);
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("heading Aircraft for your trip");
    for (const [name, count] of [
      ["Citation CJ3", 1],
      ["Hawker 800XP", 2],
      ["Falcon 2000", 3],
    ] as const) {
      await keyboard.to(`button Choose ${name}`);
      await keyboard.press("Enter");
      await keyboard.hears(`${name} chosen. ${count} of 10.`);
    }
    await keyboard.backTo("button Compare");
    await keyboard.press("Enter");
    await keyboard.at("button Close");
    await keyboard.press("Escape");
    await keyboard.at("button Compare");
    await keyboard.press("Space");
    await keyboard.to("button Remove Citation CJ3");
    await keyboard.press("Enter");
    await keyboard.hears("2 options");
    await keyboard.at("button Close");
    await keyboard.press("Enter");
    await keyboard.at("button Compare");
    await keyboard.press("Enter");
    await keyboard.to("button Remove Falcon 2000");
    await keyboard.press("Enter");
    await keyboard.at("button Continue");
    await keyboard.to("button Choose Citation CJ3");
    await keyboard.press("Enter");
    await keyboard.backTo("button Continue");
    await keyboard.press("Enter");
    await keyboard.at("heading Your request");
    await keyboard.to("button Remove Hawker 800XP");
    await keyboard.press("Enter");
    await keyboard.to("button Back to the options");
    await keyboard.press("Enter");
    await keyboard.at("heading Aircraft for your trip");
    await page.context().close();
  });

  test("a place in own words goes as a request", async () => {
    const { page, keyboard, sent } = await visit(pages);
    await keyboard.to("combobox From");
    await keyboard.type("a grass strip");
    await keyboard.hears("Nothing found. Try the nearest large city, or a code.");
    await keyboard.press("ArrowDown", "Enter");
    await keyboard.to("combobox To");
    await pick(keyboard, "kteb");
    await keyboard.to("button Tomorrow");
    await keyboard.press("Enter");
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("heading Your request");
    await fillRequest(keyboard);
    await keyboard.at("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ trip: { legs: [{ from: { words: "a grass strip" } }] } }]);
    await page.context().close();
  });

  test("a connection that is lost is told, at a search and at a request, and again is enough", async () => {
    let outcome: Outcome = "break";
    const { page, keyboard, keys } = await visit(pages, {
      play: (path) => (/searches|leads/.test(path) ? outcome : "answer"),
    });
    await fillOneWay(keyboard);
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("heading You seem to be offline");
    await keyboard.hears("Your trip is kept. Check your connection and try again, or call us.");
    outcome = "answer";
    await keyboard.to("button Try again");
    await keyboard.press("Enter");
    await keyboard.at("heading Aircraft for your trip");
    await keyboard.to("button Choose Citation CJ3");
    await keyboard.press("Enter");
    await keyboard.backTo("button Continue");
    await keyboard.press("Enter");
    outcome = "break";
    await fillRequest(keyboard);
    await keyboard.hears(
      "The request has not reached us yetCheck your connection and try again. Nothing is sent twice.",
    );
    await keyboard.at("button Try again");
    outcome = "answer";
    await keyboard.press("Enter");
    await keyboard.at("heading Thank you. Your request is with us");
    expect(new Set(keys).size).toBe(1);
    await page.context().close();
  });

  test("faults of a trip: the focus comes to the first, and that there are some is said", async () => {
    const { page, keyboard } = await visit(pages);
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("combobox From");
    await keyboard.hears("Please check the marked fields.");
    await page.context().close();
  });

  test("while a search takes long, what is going on is said after 4 and after 12 seconds", async () => {
    const { page, keyboard } = await visit(pages, { play: searchForEver });
    await fillOneWay(keyboard);
    await keyboard.to("button Search aircraft");
    await page.clock.install({ time: now });
    await keyboard.press("Enter");
    await keyboard.at("heading Searching aircraft");
    await keyboard.hears("This takes a few seconds.");
    await page.clock.runFor(4_000);
    await keyboard.hears("We are asking who can fly this trip, and at what price.");
    await page.clock.runFor(8_000);
    await keyboard.hears("This takes longer than usual.");
    await keyboard.to("button Change the trip");
    await keyboard.press("Enter");
    await keyboard.at("heading Where would you like to fly?");
    await page.context().close();
  });

  test("a search that takes very long: the broker's words about itself, and the trip goes as it is", async () => {
    const answers = { "/widget/settings": withWords };
    const { page, keyboard, sent } = await visit(pages, { play: searchForEver, answers });
    await fillOneWay(keyboard);
    await keyboard.to("button Search aircraft");
    await page.clock.install({ time: now });
    await keyboard.press("Enter");
    await keyboard.at("heading Searching aircraft");
    await page.clock.runFor(12_000);
    await keyboard.hears("This takes longer than usual.");
    await readBehind({ page, keyboard }, "About Demo Charter", "Charter since 1987.");
    await keyboard.backTo("button Send the request as it is");
    await keyboard.press("Enter");
    await keyboard.at("heading Your request");
    await fillRequest(keyboard);
    await keyboard.at("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ trip: { legs: [{ from: { code: "EGGW" } }] } }]);
    await page.context().close();
  });

  test("what few ask for: what is in an estimate, flight safety, another currency, pets and luggage", async () => {
    const answers: Record<string, unknown> = { "/widget/settings": withWords };
    const { page, keyboard, sent } = await visit(pages, { answers });
    await search(keyboard);
    await readBehind({ page, keyboard }, "What is in an estimate?", optionsEnGB["price.answer"]);
    await readBehind({ page, keyboard }, "Flight safety", "Two pilots, always.");
    await page.getByText("€48,500", { exact: true }).waitFor();
    answers["/searches"] = inPounds;
    await keyboard.to("combobox Currency");
    // Its list, and down to the third.
    await keyboard.press("Space", "ArrowDown", "ArrowDown", "Enter");
    await keyboard.at("heading Aircraft for your trip");
    await page.getByText("£24,250", { exact: true }).waitFor();
    expect(await page.getByText("€").count()).toBe(0);
    expect(sent("/searches")).toMatchObject([{}, { currency: "GBP" }]);
    await chooseOne(keyboard);
    await keyboard.to("DisclosureTriangle Pets and luggage");
    await keyboard.press("Enter");
    await keyboard.to("spinbutton Pets on board");
    await keyboard.type("2");
    await keyboard.to("textbox Luggage");
    await keyboard.type("skis");
    await keyboard.backTo("button Back to the options");
    await fillRequest(keyboard);
    await keyboard.at("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ needs: { pets: 2, luggage: "skis" } }]);
    await page.context().close();
  });

  test("the trip is taken along: its link from the options and from the receipt, its calendar file", async () => {
    const { page, keyboard } = await visit(pages, { permissions: ["clipboard-read", "clipboard-write"] });
    await playCalendar(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await search(keyboard);
    await keyboard.to("button Copy trip link");
    await keyboard.press("Enter");
    await keyboard.at("button Copied");
    expect(await copied()).toContain("EGGW-KTEB-20261202");
    await chooseOne(keyboard);
    await fillRequest(keyboard);
    await keyboard.at("heading Thank you. Your request is with us");
    await keyboard.to("button Copy");
    await keyboard.press("Enter");
    await keyboard.at("button Copied");
    expect(await copied()).toBe(receipt.reference);
    const download = page.waitForEvent("download", { timeout: 30_000 });
    await keyboard.to("link Add to calendar");
    await keyboard.press("Enter");
    expect((await download).suggestedFilename()).toBe("trip.ics");
    await keyboard.to("button Copy trip link");
    await keyboard.press("Enter");
    await keyboard.hears("Copied");
    await keyboard.at("button Copied");
    expect(await copied()).toContain("EGGW-KTEB-20261202");
    await page.context().close();
  });

  test("the page before the widget and the page after it are a Tab away", async () => {
    const { page, keyboard } = await visit(pages);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML("afterbegin", "<a href='#before'>Before</a>");
      document.body.insertAdjacentHTML("beforeend", "<a href='#after'>After</a>");
    });
    await keyboard.to("link Before");
    await keyboard.to("link After");
    await keyboard.backTo("button Search aircraft");
    await keyboard.backTo("link Before");
    await page.context().close();
  });
});

/** Reads what is behind a title, and puts it away; the focus stays on the title. */
async function readBehind(
  { page, keyboard }: { page: Page; keyboard: Keyboard },
  title: string,
  words: string,
): Promise<void> {
  const text = page.getByText(words, { exact: true });
  await keyboard.to(`DisclosureTriangle ${title}`);
  await keyboard.press("Enter");
  await text.waitFor();
  await keyboard.press("Space");
  await text.waitFor({ state: "hidden" });
  await keyboard.at(`DisclosureTriangle ${title}`);
}
