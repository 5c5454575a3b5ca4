import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playPages, type Outcome, type PlayedPages } from "./played-page.ts";
import { fillOneWay, fillRequest, now, pick, visit } from "./steps.ts";

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
    const { page, keyboard } = await visit(pages, {
      play: (path) => (path === "/searches" ? new Promise(() => {}) : "answer"),
    });
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
