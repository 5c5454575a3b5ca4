import { expect, test } from "vitest";
import { enGB } from "../../../../apps/widget/src/messages/en-gb.ts";
import { expectSound } from "./expect-sound.ts";
import { byKeyboard } from "./hand.ts";
import type { Visits } from "./in-engine.ts";
import { expectContact, fillRequest, fillTrip, referenceOn, sendFilled } from "./steps.ts";

const button = (key: keyof typeof enGB) => ({ role: "button", name: String(enGB[key]) }) as const;

/** What is left to a visitor where no options come. */
export function walkWithoutOptions({ engine: { name }, visit, keptOf, goDown, comeBack }: Visits): void {
  test("where nothing is found the request goes as it is, by the keyboard alone", async () => {
    const hand = byKeyboard(await visit(""));
    await fillTrip(hand, { texts: enGB, from: "EGGW", to: "ZZN0" });
    await hand.click(button("search.submit"));
    await hand.find({ role: "heading", name: enGB["empty.title"] });
    await expectContact(hand, enGB);
    await expectSound(hand.tab);
    await hand.click(button("lead.anyway"));
    await hand.find({ role: "heading", name: enGB["lead.title"] });
    await expectSound(hand.tab);
    const reference = await sendFilled(hand, { texts: enGB, name: `Nora ${name}` });
    await expectSound(hand.tab);
    expect(keptOf(`Nora ${name}`)).toEqual([{ reference, options: 0, legs: ["EGGW-ZZN0"] }]);
    expect(hand.tab.complaints()).toEqual([]);
  });

  test("while the marketplace is down, and while we are, phone and mail are there; the request arrives once we are back", async () => {
    const hand = await visit("");
    await fillTrip(hand, { texts: enGB, from: "EGGW", to: "ZZF4" });
    await hand.click(button("search.submit"));
    await hand.find({ role: "heading", name: enGB["failed.title"] });
    await expectContact(hand, enGB);
    await expectSound(hand.tab);
    await goDown();
    await hand.click(button("failed.retry"));
    await hand.find({ role: "heading", name: enGB["failed.offline-title"] });
    await expectContact(hand, enGB);
    await expectSound(hand.tab);
    await hand.click(button("lead.anyway"));
    await fillRequest(hand, { texts: enGB, name: `Dora ${name}` });
    await hand.click(button("lead.send"));
    await hand.find({ role: "alert", name: `${enGB["lead.lost-title"]}…` });
    await expectSound(hand.tab);
    await comeBack();
    await hand.click(button("failed.retry"));
    const reference = await referenceOn(hand);
    expect(keptOf(`Dora ${name}`)).toEqual([{ reference, options: 0, legs: ["EGGW-ZZF4"] }]);
  });
}
