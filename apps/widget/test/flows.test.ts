import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { airports, searchAnswer, settings } from "./canned-answers.ts";
import { playPages, type Outcome, type PlayedPages } from "./played-page.ts";
import { fillOneWay, fillRequest, pick, visit } from "./steps.ts";

let pages: PlayedPages;

beforeAll(async () => {
  pages = await playPages();
}, 120_000);

afterAll(() => pages?.close());

describe("by keyboard only", { timeout: 180_000 }, () => {
  test("one way, from the lookup of an airport to the receipt", async () => {
    let arrive: (outcome: Outcome) => void = () => {};
    const { page, keyboard, sent } = await visit(pages, {
      permissions: ["clipboard-write"],
      play: (path) => (/searches|leads/.test(path) ? new Promise((resolve) => (arrive = resolve)) : "answer"),
    });
    await keyboard.to("combobox From");
    await keyboard.type("lon");
    await keyboard.hears("Airports: 6");
    await keyboard.press("ArrowDown", "ArrowUp", "Enter");
    await keyboard.at("combobox From");
    await keyboard.to("combobox To");
    await keyboard.type("kteb");
    await keyboard.hears("Airports: 1");
    await keyboard.press("Enter");
    await keyboard.to("button Tomorrow");
    await keyboard.press("Space");
    await keyboard.at("button Tomorrow");
    await keyboard.to("button One passenger more");
    await keyboard.press("Enter");
    await keyboard.hears("5 passengers");
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.hears("This takes a few seconds.");
    arrive("answer");
    await keyboard.hears("4 options");
    await keyboard.at("heading Aircraft for your trip");

    await keyboard.to("button Choose Citation CJ3");
    await keyboard.press("Space");
    await keyboard.hears("Citation CJ3 chosen. 1 of 10.");
    await keyboard.at("button Chosen Citation CJ3");
    await keyboard.backTo("button Continue");
    await keyboard.press("Enter");
    await keyboard.at("heading Your request");

    await keyboard.to("button Send request");
    await keyboard.press("Enter");
    await keyboard.at("textbox Name");
    await keyboard.hears("Please check the marked fields.");
    await keyboard.type("A visitor");
    await keyboard.to("textbox E-mail");
    await keyboard.type("visitor@example.org");
    await keyboard.press("Enter");
    await keyboard.at("checkbox I agree to the privacy policy");
    await keyboard.hears("Please check the marked fields.");
    await keyboard.press("Space");
    await keyboard.to("button Send request");
    await keyboard.press("Enter");
    await keyboard.hears("Sending…");
    arrive("answer");
    await keyboard.at("heading Thank you. Your request is with us");
    await keyboard.to("button Copy");
    await keyboard.press("Enter");
    await keyboard.hears("Copied");
    await keyboard.at("button Copied");
    expect(sent("/searches")).toMatchObject([{ legs: [{ from: "EGGW", to: "KTEB", passengers: 5 }] }]);
    expect(sent("/leads")).toMatchObject([{ contact: { name: "A visitor" }, options: [{ token: "sealed-0" }] }]);
    await page.context().close();
  });

  test("return, with dates that are typed", async () => {
    const { page, keyboard, sent } = await visit(pages);
    await keyboard.to("radio One way");
    await keyboard.press("ArrowRight");
    await keyboard.at("radio Return");
    await keyboard.to("combobox From");
    await pick(keyboard, "eggw");
    await keyboard.to("button Swap departure and arrival");
    await keyboard.press("Enter");
    await keyboard.at("button Swap departure and arrival");
    await keyboard.backTo("combobox From");
    await pick(keyboard, "kteb");
    await keyboard.to("Date Depart");
    // The same whichever comes first, the day or the month.
    await keyboard.type("12122026");
    await keyboard.to("Date Return");
    await keyboard.type("12122026");
    await keyboard.to("combobox Departure time");
    await keyboard.type("08:30");
    await keyboard.to("combobox Return time");
    await keyboard.press("ArrowDown");
    // A step that can go no further keeps the focus.
    await keyboard.to("button One passenger fewer");
    await keyboard.press("Enter", "Enter", "Enter");
    await keyboard.hears("1 passenger");
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("heading Aircraft for your trip");
    expect(sent("/searches")).toMatchObject([
      {
        legs: [
          { from: "KTEB", to: "EGGW", date: "2026-12-12", time: "08:30", passengers: 1 },
          { from: "EGGW", to: "KTEB", date: "2026-12-12", time: "00:00" },
        ],
      },
    ]);
    await page.context().close();
  });

  test("several legs: one more, one fewer, one turned round", async () => {
    const { page, keyboard } = await visit(pages);
    await keyboard.to("radio One way");
    await keyboard.press("ArrowLeft");
    await keyboard.at("radio Several legs");
    await keyboard.to("combobox From");
    await pick(keyboard, "eggw");
    await keyboard.to("combobox To");
    await pick(keyboard, "kteb");
    await keyboard.to("button Add a leg");
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await keyboard.backTo("button Remove leg 4");
    await keyboard.press("Enter");
    await keyboard.hears("Leg 4 removed");
    await keyboard.to("button Search aircraft");
    await keyboard.backTo("button Remove leg 2");
    await keyboard.press("Enter");
    await keyboard.hears("Leg 2 removed");
    await keyboard.to("button Swap departure and arrival");
    await keyboard.press("Space");
    await keyboard.to("button Add a leg");
    for (let leg = 3; leg <= 8; leg++) await keyboard.press("Enter");
    await page.context().close();
  });

  test("more choices: category, fuel stops, currency", async () => {
    const { page, keyboard, sent } = await visit(pages, { answers: { "/searches": { ...searchAnswer, options: [] } } });
    await fillOneWay(keyboard);
    await keyboard.to("button More choices");
    await keyboard.press("Enter");
    await keyboard.at("button More choices");
    await keyboard.backTo("combobox Currency");
    await keyboard.type("GBP");
    await keyboard.backTo("checkbox No fuel stops");
    await keyboard.press("Space");
    await keyboard.backTo("checkbox Light jet");
    await keyboard.press("Space");
    await keyboard.at("checkbox Light jet");
    await keyboard.backTo("radio Departure");
    await keyboard.press("ArrowRight");
    await keyboard.at("radio Arrival");
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("heading No aircraft for this trip online");
    expect(sent("/searches")).toMatchObject([
      { currency: "GBP", categories: ["Light jet"], maxFuelStops: 0, legs: [{ timeMeans: "arrival" }] },
    ]);
    // Nothing found is not the end: the trip goes as it is.
    await keyboard.to("button Send the request as it is");
    await keyboard.press("Enter");
    await keyboard.at("heading Your request");
    await fillRequest(keyboard);
    await keyboard.at("heading Thank you. Your request is with us");
    expect(sent("/leads")).toMatchObject([{ trip: { legs: [{ from: { code: "EGGW" } }] } }]);
    await keyboard.to("button Plan another trip");
    await keyboard.press("Enter");
    await keyboard.at("heading Where would you like to fly?");
    await page.context().close();
  });

  test("popular airports, and those around the visitor", async () => {
    const favouriteAirports = airports("lon").slice(0, 2);
    const { page, keyboard } = await visit(pages, {
      geolocation: { latitude: 51.88, longitude: -0.37 },
      permissions: ["geolocation"],
      answers: { "/widget/settings": { ...settings, favouriteAirports } },
    });
    await keyboard.to("combobox From");
    await keyboard.press("ArrowDown", "ArrowDown", "Enter");
    expect(await page.getByRole("combobox", { name: "From" }).inputValue()).toMatch(/Biggin Hill|London/);
    await keyboard.to("combobox To");
    await keyboard.press("ArrowUp");
    await keyboard.press("Enter");
    await keyboard.hears("Airports: 9");
    await keyboard.press("Enter");
    await keyboard.at("combobox To");
    expect(await page.getByRole("combobox", { name: "To" }).inputValue()).not.toBe("");
    await page.context().close();
  });

  test("a position that is refused is told, and a city can be typed all the same", async () => {
    const { page, keyboard } = await visit(pages, { permissions: [] });
    await keyboard.to("combobox From");
    await keyboard.press("ArrowDown", "Enter");
    await keyboard.hears("Position not available. Type a city.");
    await pick(keyboard, "eggw");
    await keyboard.at("combobox From");
    await page.context().close();
  });

  test("a category, its aircraft, and back to the categories", async () => {
    const options = searchAnswer.options.flatMap((option) => [option, { ...option, token: `${option.token}-2` }]);
    const { page, keyboard } = await visit(pages, {
      answers: {
        "/searches": { ...searchAnswer, options },
        "/widget/settings": { ...settings, categoryStep: true },
      },
    });
    await fillOneWay(keyboard);
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("heading Choose a category");
    await keyboard.to("button Choose Heavy jet");
    await keyboard.press("Enter");
    await keyboard.at("heading Heavy jet");
    await keyboard.hears("2 options");
    await keyboard.to("button All categories");
    await keyboard.press("Space");
    await keyboard.at("heading Choose a category");
    await page.context().close();
  });

  test("sorting, filters, more of a long list, details, the route map", async () => {
    const options = Array.from({ length: 90 }, (_, at) => ({ ...searchAnswer.options[at % 4], token: `sealed-${at}` }));
    const { page, keyboard } = await visit(pages, { answers: { "/searches": { ...searchAnswer, options } } });
    await fillOneWay(keyboard);
    await keyboard.to("button Search aircraft");
    await keyboard.press("Enter");
    await keyboard.at("heading Aircraft for your trip");
    await keyboard.hears("90 options");
    await keyboard.to("DisclosureTriangle Route map");
    await keyboard.press("Enter");
    await page.getByRole("img", { name: /^Route map/ }).waitFor();
    await keyboard.press("Space");
    await keyboard.at("DisclosureTriangle Route map");
    await keyboard.to("combobox Seats");
    await keyboard.press("End");
    await keyboard.hears("22 of 90 options");
    await keyboard.to("button Light jet 0");
    await keyboard.press("Enter");
    await keyboard.hears("0 of 90 options");
    await keyboard.to("button Clear filters");
    await keyboard.press("Enter");
    await keyboard.hears("90 options");
    await keyboard.backTo("combobox Sort by");
    await keyboard.press("ArrowDown");
    await keyboard.to("DisclosureTriangle Details Citation CJ3");
    await keyboard.press("Enter");
    await keyboard.at("DisclosureTriangle Details Citation CJ3");
    await page.context().close();
  });
});
