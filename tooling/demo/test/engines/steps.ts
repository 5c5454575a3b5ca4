import { expect } from "vitest";
import type { enGB } from "../../../../apps/widget/src/messages/en-gb.ts";
import { byKeyboard, type Hand, type Wanted } from "./hand.ts";

/** What a visitor reads, in one language. */
export type Texts = Record<Key, string>;
type Key = {
  [key in keyof typeof enGB]: (typeof enGB)[key] extends string ? key : never;
}[keyof typeof enGB];

/** Two days far ahead, the same whether an engine's language writes the day or the month first. */
export const farDays = ["06-06", "07-07"].map((day) => ({
  typed: `${day}-${nextYear()}`,
  date: `${nextYear()}-${day}`,
})) as [FarDay, FarDay];

interface FarDay {
  /** Key by key. */
  typed: string;
  /** `YYYY-MM-DD` */
  date: string;
}

/** One way tomorrow, up to the options. */
export async function searchTrip(hand: Hand, texts: Texts): Promise<void> {
  await fillTrip(hand, { texts, from: "EGGW", to: "LFMN" });
  await hand.click({ role: "button", name: texts["search.submit"] });
  await hand.find({ role: "heading", name: texts["options.title"] });
}

/** One way tomorrow. */
export async function fillTrip(hand: Hand, by: { texts: Texts; from: string; to: string }): Promise<void> {
  const { texts, from, to } = by;
  await chooseAirport(hand, { name: texts["field.from"] }, from);
  await chooseAirport(hand, { name: texts["field.to"] }, to);
  await hand.click({ role: "button", name: texts["date.tomorrow"] });
}

/** By its code, in one of the fields with this name. */
export async function chooseAirport(hand: Hand, field: Omit<Wanted, "role">, code: string): Promise<void> {
  const wanted = { role: "combobox", ...field } as const;
  await hand.click(wanted);
  await hand.tab.type(code);
  // On a slow machine those for half of the code come first.
  const first = async () => (await hand.look({ role: "option", still: true }))?.text;
  await expect.poll(first, { timeout: 60_000 }).toContain(code);
  await hand.click({ role: "option" });
  expect((await hand.find(wanted)).value).not.toBe("");
}

/** By the keyboard, whatever else is done by: a press with the mouse opens a calendar of the engine's own. */
export async function typeDay(hand: Hand, field: Omit<Wanted, "role">, day: FarDay): Promise<void> {
  const wanted = { role: "date", ...field } as const;
  await byKeyboard(hand).click(wanted);
  await hand.tab.type(day.typed);
  await expect.poll(async () => (await hand.look(wanted))?.value, { timeout: 60_000 }).toBe(day.date);
}

/** The first two that are not chosen yet; gives their names. */
export async function chooseTwo(hand: Hand, texts: Texts): Promise<string[]> {
  const chosen: string[] = [];
  for (let nth = 0; nth < 2; nth++) {
    const { text } = await hand.find({ role: "button", name: `${texts["option.choose"]}…` });
    chosen.push(text.slice(texts["option.choose"].length).trim());
    await hand.click({ role: "button", name: `${texts["option.choose"]}…` });
  }
  return chosen;
}

/** From the options on; gives the reference. */
export async function sendRequest(hand: Hand, by: { texts: Texts; name: string }): Promise<string> {
  await hand.click({ role: "button", name: by.texts["tray.continue"], before: true });
  return sendFilled(hand, by);
}

/** `name` is added to what the field holds; gives the reference. */
export async function sendFilled(hand: Hand, by: { texts: Texts; name: string }): Promise<string> {
  await fillRequest(hand, by);
  await hand.click({ role: "button", name: by.texts["lead.send"] });
  return referenceOn(hand);
}

/** `name` is added to what the field holds. */
export async function fillRequest(hand: Hand, { texts, name }: { texts: Texts; name: string }): Promise<void> {
  await hand.click({ role: "field", name: texts["lead.name"] });
  await hand.tab.type(name);
  await hand.click({ role: "field", name: texts["lead.email"] });
  await hand.tab.type("visitor@visitor.example");
  await hand.click({ role: "checkbox", name: texts["lead.consent"] });
}

/** As soon as the receipt is there. */
export async function referenceOn(hand: Hand): Promise<string> {
  const { text } = await hand.find({ role: "status", name: "LL-…" });
  expect(text).toMatch(/^LL-[0-9A-Z]{6}$/);
  return text;
}

/** The broker can be reached from what is on the screen now. */
export async function expectContact(hand: Hand, texts: Texts): Promise<void> {
  const [call = ""] = texts["contact.call"].split("{");
  const [mail = ""] = texts["contact.mail"].split("{");
  expect((await hand.find({ role: "link", name: `${call}…` })).href).toBe("tel:+442079460018");
  expect((await hand.find({ role: "link", name: `${mail}…` })).href).toBe("mailto:fly@demo-charter.example");
}

function nextYear(): number {
  return new Date().getFullYear() + 1;
}
