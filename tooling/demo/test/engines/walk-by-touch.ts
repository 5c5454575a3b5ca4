import { expect, test } from "vitest";
import { enGB } from "../../../../apps/widget/src/messages/en-gb.ts";
import { byTouch } from "./hand.ts";
import type { Visits } from "./in-engine.ts";
import { chooseTwo, searchTrip, sendRequest } from "./steps.ts";

/** A whole journey with a finger on a phone; what is to be tapped is brought into sight for it. */
export function walkByTouch({ engine: { name, fingerless }, visit, leadOf }: Visits): void {
  const title = "with a finger alone on a phone: filtered, two compared, and one lead with these two";
  test.skipIf(fingerless)(fingerless ? `${title}: not here, ${fingerless}` : title, async () => {
    const hand = byTouch(await visit(""));
    await hand.tab.resize(360);
    await hand.tab.ask(
      "(globalThis.pressed = [], document.addEventListener('pointerdown', (event) => pressed.push(event.pointerType), true), 0)",
    );
    await searchTrip(hand, enGB);
    await hand.click({ role: "button", name: "Light jet…" });
    const chosen = await chooseTwo(hand, enGB);
    await hand.click({ role: "button", name: enGB["compare.open"] });
    await hand.click({ role: "button", name: enGB["compare.close"] });
    await sendRequest(hand, { texts: enGB, name: `Tilda ${name}` });
    expect((await leadOf(`Tilda ${name}`)).options.map(({ aircraftType }) => aircraftType)).toEqual(chosen);
    expect(await hand.tab.ask("[...new Set(pressed)]")).toEqual(["touch"]);
    expect(hand.tab.complaints()).toEqual([]);
  });
}
