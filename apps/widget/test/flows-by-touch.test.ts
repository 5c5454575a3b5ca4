import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { optionsEnGB } from "../src/messages/en-gb.options.ts";
import { airports, searchAnswer, settings } from "./canned-answers.ts";
import { phone, takeFinger, type Finger } from "./finger.ts";
import { playPages, receipt, type Opening, type Outcome, type PlayedPages } from "./played-page.ts";
import { inPounds, now, playCalendar, searchForEver, withWords } from "./steps.ts";

let pages: PlayedPages;

beforeAll(async () => {
  pages = await playPages();
}, 120_000);

afterAll(() => pages?.close());

describe("by touch only", { timeout: 180_000 }, () => {
  test("return: turned round, with dates and times from the phone's own pickers", async () => {
    const { page, finger, sent } = await visit();
    await finger.tap("radio Return");
    await pick(finger, "From", "eggw");
    await pick(finger, "To", "kteb");
    await finger.tap("button Swap departure and arrival");
    await finger.pick("date Depart", "2026-12-12");
    await finger.pick("date Return", "2026-12-14");
    await finger.pick("combobox Departure time", "08:30");
    await finger.pick("combobox Return time", "17:00");
    for (let taps = 0; taps < 3; taps++) await finger.tap("button One passenger fewer");
    await finger.tap("button Search aircraft");
    await finger.sees("heading Aircraft for your trip");
    expect(sent("/searches")).toMatchObject([
      {
        legs: [
          { from: "KTEB", to: "EGGW", date: "2026-12-12", time: "08:30", passengers: 1 },
          { from: "EGGW", to: "KTEB", date: "2026-12-14", time: "17:00" },
        ],
      },
    ]);
    await page.context().close();
  });

  test("several legs: some more, some fewer, and the search", async () => {
    const { page, finger, sent } = await visit();
    await finger.tap("radio Several legs");
    await pick(finger, "From", "eggw");
    await pick(finger, "To", "kteb");
    await finger.tap("button Tomorrow");
    await finger.tap("button Add a leg");
    await finger.tap("button Remove leg 3");
    await pick(finger, "From", "kteb", 1);
    await pick(finger, "To", "lfpb", 1);
    await finger.tap("button Swap departure and arrival", 1);
    await finger.pick("date Date", "2026-12-20", 1);
    await finger.pick("combobox Time", "10:00", 1);
    await finger.tap("button Search aircraft");
    await finger.sees("heading Aircraft for your trip");
    expect(sent("/searches")).toMatchObject([
      {
        legs: [
          { from: "EGGW", to: "KTEB", date: "2026-12-02" },
          { from: "LFPB", to: "KTEB", date: "2026-12-20", time: "10:00" },
        ],
      },
    ]);
    await page.context().close();
  });

  test("popular airports, and those around the visitor", async () => {
    const favouriteAirports = airports("lon").slice(0, 2);
    const { page, finger, sent } = await visit({
      geolocation: { latitude: 51.88, longitude: -0.37 },
      permissions: ["geolocation"],
      answers: { "/widget/settings": { ...settings, favouriteAirports } },
    });
    await finger.tap("combobox From");
    await finger.tap("option Biggin Hill");
    await finger.tap("combobox To");
    await finger.tap("option Airports near me");
    await finger.tap("option Farnborough");
    await finger.tap("button Today");
    await finger.tap("button Search aircraft");
    await finger.sees("heading Aircraft for your trip");
    expect(sent("/searches")).toMatchObject([{ legs: [{ from: "EGKB", to: "EGLF", date: "2026-12-01" }] }]);
    await page.context().close();
  });

  test("a position that is refused is told, and a place in own words goes as a request", async () => {
    const { page, finger, sent } = await visit({ permissions: [] });
    await finger.tap("combobox From");
    await finger.tap("option Airports near me");
    await finger.sees("text Position not available. Type a city.");
    await finger.type("combobox From", "a grass strip");
    await finger.sees("text Nothing found. Try the nearest large city, or a code.");
    await finger.tap("option Use “a grass strip” as it is");
    await pick(finger, "To", "kteb");
    await finger.tap("button Tomorrow");
    await finger.tap("button Search aircraft");
    await finger.sees("heading Your request");
    await fillRequest(finger);
    await finger.sees("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ trip: { legs: [{ from: { words: "a grass strip" } }] } }]);
    await page.context().close();
  });

  test("a category, its aircraft, and back to the categories", async () => {
    const options = searchAnswer.options.flatMap((option) => [option, { ...option, token: `${option.token}-2` }]);
    const { page, finger } = await visit({
      answers: {
        "/searches": { ...searchAnswer, options },
        "/widget/settings": { ...settings, categoryStep: true },
      },
    });
    await search(finger);
    await finger.sees("heading Choose a category");
    await finger.tap("button Choose Heavy jet");
    await finger.sees("heading Heavy jet", "text 2 options");
    await finger.tap("button All categories");
    await finger.sees("heading Choose a category");
    await page.context().close();
  });

  test("sorting, filters, details, the route map", async () => {
    const options = Array.from({ length: 90 }, (_, at) => ({ ...searchAnswer.options[at % 4], token: `sealed-${at}` }));
    const { page, finger } = await visit({ answers: { "/searches": { ...searchAnswer, options } } });
    await search(finger);
    await finger.sees("heading Aircraft for your trip", "text 90 options");
    await finger.tap("summary Route map");
    await page.getByRole("img", { name: /^Route map/ }).waitFor();
    await finger.tap("summary Route map");
    await finger.pick("combobox Seats", "12");
    await finger.sees("text 22 of 90 options");
    await finger.tap("button Light jet 0");
    await finger.sees("text 0 of 90 options");
    await finger.tap("button Clear filters");
    await finger.sees("text 90 options");
    await finger.pick("combobox Sort by", "seats");
    await finger.tap("summary Details");
    await page.locator("details[open]").getByText("Cruising speed").waitFor();
    await page.context().close();
  });

  test("two are compared and taken out again, and one is taken out of the request", async () => {
    const { page, finger, sent } = await visit();
    await search(finger);
    for (const name of ["Citation CJ3", "Hawker 800XP", "Falcon 2000"]) await finger.tap(`button Choose ${name}`);
    await finger.tap("button Compare");
    await finger.tap("button Remove Falcon 2000");
    await finger.sees("text 2 options");
    await finger.tap("button Close");
    await finger.tap("button Choose Global Express");
    await finger.tap("button Continue");
    await finger.sees("heading Your request");
    await finger.tap("button Remove Hawker 800XP");
    await finger.tap("button Back to the options");
    await finger.sees("heading Aircraft for your trip");
    await finger.tap("button Compare");
    await finger.tap("button Remove Citation CJ3");
    await finger.tap("button Continue");
    await fillRequest(finger);
    await finger.sees("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ options: [{ token: "sealed-3" }] }]);
    await page.context().close();
  });

  test("nothing found: the trip goes as it is, and another one is planned", async () => {
    const { page, finger, sent } = await visit({ answers: { "/searches": { ...searchAnswer, options: [] } } });
    await finger.tap("button More choices");
    await finger.tap("radio Arrival");
    await finger.tap("checkbox Light jet");
    await finger.tap("checkbox No fuel stops");
    await finger.pick("combobox Currency", "GBP");
    await search(finger);
    await finger.sees("heading No aircraft for this trip online");
    expect(sent("/searches")).toMatchObject([
      { currency: "GBP", categories: ["Light jet"], maxFuelStops: 0, legs: [{ timeMeans: "arrival" }] },
    ]);
    await finger.tap("button Send the request as it is");
    await finger.sees("heading Your request");
    await fillRequest(finger);
    await finger.sees("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ trip: { legs: [{ from: { code: "EGGW" } }] } }]);
    await finger.tap("button Plan another trip");
    await finger.sees("heading Where would you like to fly?");
    await page.context().close();
  });

  test("a connection that is lost, at a search and at a request: again, or without options", async () => {
    let outcome: Outcome = "break";
    const { page, finger, keys, sent } = await visit({
      play: (path) => (/searches|leads/.test(path) ? outcome : "answer"),
    });
    await search(finger);
    await finger.sees("heading You seem to be offline");
    await finger.tap("button Send the request as it is");
    await finger.tap("button Change the trip");
    await finger.tap("button Search aircraft");
    await finger.sees("heading You seem to be offline");
    outcome = "answer";
    await finger.tap("button Try again");
    await finger.sees("heading Aircraft for your trip");
    await finger.tap("button Choose Citation CJ3");
    await finger.tap("button Continue");
    outcome = "break";
    await fillRequest(finger);
    await finger.sees("text The request has not reached us yet");
    outcome = "answer";
    await finger.tap("button Try again");
    await finger.sees("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ options: [{ token: "sealed-0" }] }, { options: [{ token: "sealed-0" }] }]);
    expect(new Set(keys).size).toBe(1);
    await page.context().close();
  });

  test("the receipt: its reference and its trip are copied, its calendar file comes, another trip begins", async () => {
    const { page, finger } = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
    await playCalendar(page);
    await search(finger);
    await finger.tap("button Choose Citation CJ3");
    await finger.tap("button Continue");
    await fillRequest(finger);
    await finger.sees("heading Thank you. Your request is with us", `text ${receipt.reference}`);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await finger.tap("button Copy");
    await finger.sees("button Copied");
    expect(await copied()).toBe(receipt.reference);
    await finger.tap("button Copy trip link");
    await expect.poll(copied).toContain("EGGW-KTEB-20261202");
    const download = page.waitForEvent("download", { timeout: 30_000 });
    await finger.tap("link Add to calendar");
    expect((await download).suggestedFilename()).toBe("trip.ics");
    await finger.tap("button Plan another trip");
    await finger.sees("heading Where would you like to fly?");
    await page.context().close();
  });

  test("faults are shown where they are, of a trip and of a request", async () => {
    const { page, finger } = await visit();
    await finger.tap("button Search aircraft");
    await finger.sees("text Choose your origin from the list.");
    await search(finger);
    await finger.tap("button Choose Citation CJ3");
    await finger.tap("button Continue");
    await finger.tap("button Send request");
    await finger.sees("text Tell us your name.");
    await fillRequest(finger);
    await finger.sees("heading Thank you. Your request is with us");
    await page.context().close();
  });

  test("a search that takes long is left for the form, whose trip is kept", async () => {
    const { page, finger } = await visit({ play: searchForEver });
    await search(finger);
    await finger.sees("heading Searching aircraft", "text This takes a few seconds.");
    await finger.tap("button Change the trip");
    await finger.sees("heading Where would you like to fly?");
    expect(await page.getByRole("combobox", { name: "From" }).inputValue()).toContain("Luton");
    await page.context().close();
  });

  test("a search that takes very long: the broker's words about itself, and the trip goes as it is", async () => {
    const { page, finger, sent } = await visit({ play: searchForEver, answers: { "/widget/settings": withWords } });
    await page.clock.install({ time: now });
    await search(finger);
    await finger.sees("heading Searching aircraft");
    await page.clock.runFor(12_000);
    await finger.sees("text This takes longer than usual.");
    await readBehind({ page, finger }, "About Demo Charter", "Charter since 1987.");
    await finger.tap("button Send the request as it is");
    await finger.sees("heading Your request");
    await fillRequest(finger);
    await finger.sees("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ trip: { legs: [{ from: { code: "EGGW" } }] } }]);
    await page.context().close();
  });

  test("what few ask for: what is in an estimate, flight safety, another currency, pets and luggage", async () => {
    const answers: Record<string, unknown> = { "/widget/settings": withWords };
    const { page, finger, sent } = await visit({ answers });
    await search(finger);
    await readBehind({ page, finger }, "What is in an estimate?", optionsEnGB["price.answer"]);
    await readBehind({ page, finger }, "Flight safety", "Two pilots, always.");
    await page.getByText("€48,500", { exact: true }).waitFor();
    answers["/searches"] = inPounds;
    await finger.pick("combobox Currency", "GBP");
    await page.getByText("£24,250", { exact: true }).waitFor();
    expect(await page.getByText("€").count()).toBe(0);
    expect(sent("/searches")).toMatchObject([{}, { currency: "GBP" }]);
    await finger.tap("button Choose Citation CJ3");
    await finger.tap("button Continue");
    await finger.tap("summary Pets and luggage");
    await finger.type("spinbutton Pets on board", "2");
    await finger.type("textbox Luggage", "skis");
    await fillRequest(finger);
    await finger.sees("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ needs: { pets: 2, luggage: "skis" } }]);
    await page.context().close();
  });

  test("swipes that begin on the widget pass it, and what stands before and after it is tapped", async () => {
    const { page, finger } = await visit();
    await page.evaluate(() => {
      document.body.insertAdjacentHTML("afterbegin", "<p style='height: 200vh'></p><a href='#before'>Before</a>");
      document.body.insertAdjacentHTML("beforeend", "<a href='#after'>After</a><p style='height: 200vh'></p>");
    });
    for (const name of ["After", "Before"]) {
      await finger.tap(`link ${name}`);
      expect(page.url()).toMatch(new RegExp(`#${name.toLowerCase()}$`));
    }
    await page.context().close();
  });
});

async function visit(opening: Opening = {}) {
  const visited = await pages.open({ now, ...phone, ...opening });
  return { ...visited, finger: await takeFinger(visited.page) };
}

/** In an airport's field: a code is written and the airport tapped. */
async function pick(finger: Finger, field: string, code: string, at = 0): Promise<void> {
  await finger.type(`combobox ${field}`, code, at);
  const [airport] = airports(code);
  await finger.tap(`option ${airport?.name}`);
}

async function search(finger: Finger): Promise<void> {
  await pick(finger, "From", "eggw");
  await pick(finger, "To", "kteb");
  await finger.tap("button Tomorrow");
  await finger.tap("button Search aircraft");
}

async function fillRequest(finger: Finger): Promise<void> {
  await finger.type("textbox Name", "A visitor");
  await finger.type("textbox E-mail", "visitor@example.org");
  await finger.tap("checkbox I agree to the privacy policy");
  await finger.tap("button Send request");
}

/** Reads what is behind a title, and puts it away. */
async function readBehind(
  { page, finger }: { page: Page; finger: Finger },
  title: string,
  words: string,
): Promise<void> {
  await finger.tap(`summary ${title}`);
  await finger.sees(`text ${words}`);
  await finger.tap(`summary ${title}`);
  await page.getByText(words, { exact: true }).waitFor({ state: "hidden" });
}
