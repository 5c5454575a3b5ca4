import { expect, test } from "vitest";
import { ar } from "../../../../apps/widget/src/messages/ar.ts";
import { enGB } from "../../../../apps/widget/src/messages/en-gb.ts";
import type { Engine } from "./engine.ts";
import { expectSound } from "./expect-sound.ts";
import { byKeyboard } from "./hand.ts";
import { inEngine, type Visits } from "./in-engine.ts";
import { chooseAirport, chooseTwo, farDays, searchTrip, sendFilled, sendRequest, typeDay } from "./steps.ts";
import { walkByTouch } from "./walk-by-touch.ts";
import { walkOtherTrips } from "./walk-other-trips.ts";
import { walkWithoutOptions } from "./walk-without-options.ts";

const search = `document.querySelector("liftline-search")`;

/** Whole journeys in an engine. */
export function walkJourneys(engine: Engine): void {
  inEngine(engine, (visits) => {
    walkOneWay(visits);
    walkOtherTrips(visits);
    walkByTouch(visits);
    walkWithoutOptions(visits);
  });
}

function walkOneWay({ engine: { name }, visit, addressOf, leadOf }: Visits): void {
  test("look up, search, choose two, leave and come back, request: a reference, and one lead with these two", async () => {
    const hand = await visit("");
    await searchTrip(hand, enGB);
    const chosen = await chooseTwo(hand, enGB);
    await hand.click({ role: "button", name: enGB["tray.continue"] });
    await hand.click({ role: "field", name: enGB["lead.name"] });
    await hand.tab.type(`Ada ${name}`);
    expect(await hand.tab.ask("JSON.stringify([sessionStorage, localStorage])")).not.toContain("Ada ");
    await hand.tab.ask("(globalThis.stillAlive = true)");
    await hand.leaveAndComeBack(addressOf("privacy/"));
    const { value } = await hand.find({ role: "field", name: enGB["lead.name"] });
    // Where the browser kept the page alive behind the other one, what was typed is there; where not, it is gone.
    expect(value).toBe((await hand.tab.ask("globalThis.stillAlive === true")) ? `Ada ${name}` : "");
    await sendFilled(hand, { texts: enGB, name: value === "" ? `Ada ${name}` : "" });
    expect((await leadOf(`Ada ${name}`)).options.map(({ aircraftType }) => aircraftType)).toEqual(chosen);
    expect(hand.tab.complaints()).toEqual([]);
  });

  test("by the keyboard alone and under the strictest content policy, the same, and nothing is violated", async () => {
    const hand = byKeyboard(await visit("strict/"));
    await hand.tab.ask(
      "(globalThis.violated = [], document.addEventListener('securitypolicyviolation', (event) => violated.push(event.violatedDirective)), 0)",
    );
    await searchTrip(hand, enGB);
    await chooseTwo(hand, enGB);
    await sendRequest(hand, { texts: enGB, name: `Kay ${name}` });
    await leadOf(`Kay ${name}`);
    expect(await hand.tab.ask("violated")).toEqual([]);
    expect(hand.tab.complaints()).toEqual([]);
  });

  test("words on an accent that is too pale for them turn black, and on the page's own they are the page's", async () => {
    const hand = await visit("");
    await hand.find({ role: "button", name: enGB["search.submit"] });
    for (const [colours, ink] of [
      ["--liftline-accent: #ffe; --liftline-on-accent: #fff", "#000"],
      ["", ""],
    ] as const) {
      await hand.tab.ask(`(${search}.style.cssText = "${colours}")`);
      const written = `${search}.shadowRoot.querySelector("[part=root]").style.getPropertyValue("--liftline-ink")`;
      await expect.poll(() => hand.tab.ask(written), { timeout: 60_000 }).toBe(ink);
    }
  });

  test("what is typed into the form stays, through a reload and a look at another page", async () => {
    const hand = await visit("");
    const from = { role: "combobox", name: enGB["field.from"] } as const;
    const day = { role: "date", name: enGB["field.date"] } as const;
    const [{ date }] = farDays;
    await chooseAirport(hand, { name: enGB["field.from"] }, "EGGW");
    await typeDay(hand, { name: enGB["field.date"] }, farDays[0]);
    await hand.tab.reload();
    expect((await hand.find(day)).value).toBe(date);
    expect((await hand.find(from)).value).toContain("Luton");
    await hand.leaveAndComeBack(addressOf("privacy/"));
    // WebKit empties what is not to be completed when it brings a page back.
    await hand.find(day);
    await hand.tab.ask("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    expect((await hand.find(day)).value).toBe(date);
    expect((await hand.find(from)).value).toContain("Luton");
  });

  test("in Arabic, from right to left, the same, and axe finds nothing wrong on any screen", async () => {
    const hand = await visit("ar/");
    const from = await hand.find({ role: "combobox", name: ar["field.from"] });
    expect(from.x).toBeGreaterThan((await hand.find({ role: "combobox", name: ar["field.to"] })).x);
    await expectSound(hand.tab);
    await searchTrip(hand, ar);
    await chooseTwo(hand, ar);
    await expectSound(hand.tab);
    await hand.click({ role: "button", name: ar["tray.continue"] });
    await hand.find({ role: "heading", name: ar["lead.title"] });
    await expectSound(hand.tab);
    await sendFilled(hand, { texts: ar, name: `Amal ${name}` });
    await expectSound(hand.tab);
    await leadOf(`Amal ${name}`);
  });
}
