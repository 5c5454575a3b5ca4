import { expect, test } from "vitest";
import { enGB } from "../../../../apps/widget/src/messages/en-gb.ts";
import { expectSound } from "./expect-sound.ts";
import { byKeyboard, type Hand } from "./hand.ts";
import type { Visits } from "./in-engine.ts";
import { chooseAirport, chooseTwo, farDays, fillRequest, referenceOn, sendFilled, typeDay } from "./steps.ts";

const button = (key: keyof typeof enGB) => ({ role: "button", name: String(enGB[key]) }) as const;

/** Trips of more than one leg, and all that can be done with their options. */
export function walkOtherTrips({ engine: { name }, visit, leadOf, keptOf }: Visits): void {
  test("a return trip at 360 px: no screen has a fault or scrolls sideways, and the receipt lasts, with its calendar file", async () => {
    const hand = await visit("");
    await hand.tab.resize(360);
    expect(await hand.tab.ask("innerWidth")).toBe(360);
    await hand.click({ role: "radio", name: enGB["trip.return"] });
    await hand.click(button("search.submit"));
    const from = { role: "combobox", name: enGB["field.from"] } as const;
    await expect.poll(async () => (await hand.look(from))?.described, { timeout: 60_000 }).not.toBe("");
    await expectSound(hand.tab);
    await chooseAirport(hand, { name: enGB["field.from"] }, "EGGW");
    // Its answer takes five seconds.
    await chooseAirport(hand, { name: enGB["field.to"] }, "ZZS5");
    await typeDay(hand, { name: enGB["field.depart"] }, farDays[0]);
    await typeDay(hand, { name: enGB["field.return"] }, farDays[1]);
    const hour = { role: "combobox", name: enGB["field.return-time"] } as const;
    await hand.pick(hour, "18:30");
    await expect.poll(async () => (await hand.look(hour))?.value, { timeout: 60_000 }).toBe("18:30");
    await expectSound(hand.tab);
    await hand.click(button("search.submit"));
    await hand.find({ role: "heading", name: enGB["waiting.title"] });
    await expectSound(hand.tab);
    await hand.find({ role: "heading", name: enGB["options.title"] });
    await chooseTwo(hand, enGB);
    await expectSound(hand.tab);
    await hand.click(button("tray.continue"));
    await hand.click(button("lead.send"));
    const field = { role: "field", name: enGB["lead.name"] } as const;
    await expect.poll(async () => (await hand.look(field))?.focused, { timeout: 60_000 }).toBe(true);
    expect((await hand.find(field)).described).toBe(enGB["lead.name-missing"]);
    await expectSound(hand.tab);
    await fillRequest(hand, { texts: enGB, name: `Rita ${name}` });
    await hand.click(button("lead.send"));
    const reference = await referenceOn(hand);
    await expectSound(hand.tab);
    await hand.tab.reload();
    expect(await referenceOn(hand)).toBe(reference);
    expect(keptOf(`Rita ${name}`)).toEqual([{ reference, options: 2, legs: ["EGGW-ZZS5", "ZZS5-EGGW"] }]);
    const { href } = await hand.find({ role: "link", name: enGB["receipt.calendar"] });
    const calendar = await fetch(href);
    expect(calendar.headers.get("content-type")).toContain("text/calendar");
    expect(await calendar.text()).toContain(reference);
    await leadOf(`Rita ${name}`);
    expect(hand.tab.complaints()).toEqual([]);
  });

  test("three legs in pounds by the keyboard alone: filtered, sorted, two compared, and one lead with these two", async () => {
    const hand = byKeyboard(await visit(""));
    await hand.click({ role: "radio", name: enGB["trip.several"] });
    await chooseAirport(hand, { name: enGB["field.from"] }, "EGGW");
    await chooseAirport(hand, { name: enGB["field.to"] }, "LSGG");
    await hand.click(button("date.tomorrow"));
    await chooseAirport(hand, { name: enGB["field.to"], nth: 1 }, "LFMN");
    await typeDay(hand, { name: enGB["field.date"], nth: 1 }, farDays[0]);
    await hand.click(button("leg.add"));
    await chooseAirport(hand, { name: enGB["field.to"], nth: 2, before: true }, "EGGW");
    await typeDay(hand, { name: enGB["field.date"], nth: 2 }, farDays[1]);
    await hand.click(button("more.title"));
    const currency = { role: "combobox", name: enGB["more.currency"], before: true } as const;
    await hand.pick(currency, "GBP");
    await expect.poll(async () => (await hand.look(currency))?.value, { timeout: 60_000 }).toBe("GBP");
    await expectSound(hand.tab);
    await hand.click(button("search.submit"));
    await hand.find({ role: "heading", name: enGB["options.title"] });
    expect((await hand.find({ role: "article" })).text).toContain("£");

    const chip = { role: "button", name: "Light jet…" } as const;
    const left = (await hand.find(chip)).text.replace(/\D/g, "");
    await hand.click(chip);
    await hand.find({ role: "status", name: `${left} of…` });
    // There may be more further down that are not drawn yet.
    const most = Math.max(...(await seatsOn(hand)));
    await hand.pick({ role: "combobox", name: `${enGB["options.sort"]}…` }, "Most");
    await expect.poll(async () => fewer(await seatsOn(hand)), { timeout: 60_000 }).toBe(true);
    expect((await seatsOn(hand))[0]).toBeGreaterThanOrEqual(most);

    const chosen = await chooseTwo(hand, enGB);
    await hand.click({ ...button("compare.open"), before: true });
    await hand.find({ role: "status", name: "2 options" });
    for (const each of chosen) await hand.find({ role: "button", name: `Remove ${each}` });
    await expectSound(hand.tab);
    await hand.click(button("compare.close"));
    await expect.poll(async () => (await hand.look(button("compare.open")))?.focused, { timeout: 60_000 }).toBe(true);
    await expectSound(hand.tab);
    await hand.click(button("tray.continue"));
    const reference = await sendFilled(hand, { texts: enGB, name: `Lena ${name}` });
    const legs = ["EGGW-LSGG", "LSGG-LFMN", "LFMN-EGGW"];
    expect(keptOf(`Lena ${name}`)).toEqual([{ reference, options: 2, legs }]);
    const { options, body } = await leadOf(`Lena ${name}`);
    expect(options.map(({ aircraftType }) => aircraftType)).toEqual(chosen);
    expect(body.leadCurrency).toBe("GBP");
    expect(hand.tab.complaints()).toEqual([]);
  });
}

/** No more from one to the next. */
function fewer(numbers: number[]): boolean {
  return numbers.every((each, at) => at === 0 || each <= Number(numbers[at - 1]));
}

/** How many each option has, from the first to the last that is drawn. */
async function seatsOn({ look }: Hand): Promise<number[]> {
  const seats: number[] = [];
  for (let nth = 0; ; nth++) {
    const card = await look({ role: "article", nth, still: true });
    if (!card) return seats;
    seats.push(Number(/(\d+) seats/.exec(card.text)?.[1]));
  }
}
