import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDemo, type OpenDemo } from "./open-demo.ts";
import { visitorOn } from "./visitor.ts";

let demo: OpenDemo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

describe("the journey in a browser, on what npm start starts", () => {
  test("R19: look up, search, choose two, request: a reference, and one lead with these two in the ledger", async () => {
    const { page, stray } = await demo.visit();
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "Nice");
    await visitor.pickDay("Date", 20);
    await visitor.search();
    expect(await page.getByRole("article").count()).toBeGreaterThan(5);

    const chosen = await visitor.chooseOptions(2);
    const reference = await visitor.request("Ada Journey");
    expect(reference).toMatch(/^LL-[0-9A-HJKMNP-TV-Z]{6}$/);

    await expect.poll(() => demo.leadsOf("Ada Journey").length, { timeout: 15_000 }).toBe(1);
    const [lead] = demo.leadsOf("Ada Journey");
    expect(lead?.options.map(({ aircraftType }) => aircraftType)).toEqual(chosen);
    expect(stray).toEqual([]);

    await page.goto(demo.marketplaceUrl);
    expect(await page.getByRole("heading", { name: /^Ada Journey/ }).count()).toBe(1);
  });

  test("a return trip shows a flight out and a flight back", async () => {
    const { page } = await demo.visit();
    const visitor = visitorOn(page);
    await visitor.pickKind("Return");
    await visitor.chooseAirport("From", "EGGW");
    await visitor.chooseAirport("To", "LSGG");
    await visitor.pickDay("Depart", 12);
    await visitor.pickDay("Return", 15);
    await page.getByLabel("Departure time").selectOption("10:00");
    await page.getByLabel("Return time").selectOption("18:30");
    await visitor.search();
    const card = page.getByRole("article").first();
    expect(await card.getByText("EGGW").count()).toBeGreaterThanOrEqual(2);
    expect(await card.getByText("LSGG").count()).toBeGreaterThanOrEqual(2);
  });

  test("three legs can be searched and requested", async () => {
    const { page } = await demo.visit();
    const visitor = visitorOn(page);
    await visitor.pickKind("Several legs");
    const legs = page.getByRole("combobox", { name: "From", exact: true });
    await legs.nth(1).waitFor();
    await page.getByRole("button", { name: "Add a leg" }).click();
    await legs.nth(2).waitFor();
    const trip = [
      ["EGGW", "LSGG"],
      ["LSGG", "LFMN"],
      ["LFMN", "EGGW"],
    ] as const;
    for (const [leg, [from, to]] of trip.entries()) {
      if ((await legs.nth(leg).inputValue()) === "") await visitor.chooseAirport("From", from, leg);
      await visitor.chooseAirport("To", to, leg);
      await visitor.pickDay("Date", 14 + leg, leg);
    }
    await visitor.search();
    await visitor.chooseOptions(1);
    await visitor.request("Ben Several");
    await expect.poll(() => demo.leadsOf("Ben Several").length, { timeout: 15_000 }).toBe(1);
  });

  test("with a finger on a phone, the same", async () => {
    const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
    const { page, stray } = await demo.visit("", phone);
    const visitor = visitorOn(page, (target) => target.tap());
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "Geneva");
    await page.getByRole("button", { name: "Tomorrow" }).tap();
    await visitor.search();
    await visitor.chooseOptions(2);
    await visitor.request("Cleo Phone");
    await expect.poll(() => demo.leadsOf("Cleo Phone").length, { timeout: 15_000 }).toBe(1);
    expect(stray).toEqual([]);
  });

  test("under the strictest content policy of the contract, the same, and nothing is violated", async () => {
    const { page, stray } = await demo.visit("strict/");
    const visitor = visitorOn(page);
    await visitor.chooseAirport("From", "luton");
    await visitor.chooseAirport("To", "Nice");
    await visitor.pickDay("Date", 9);
    await visitor.search();
    await visitor.chooseOptions(2);
    await visitor.request("Dora Strict");
    await expect.poll(() => demo.leadsOf("Dora Strict").length, { timeout: 15_000 }).toBe(1);
    expect(stray).toEqual([]);
  });
});
