import type { LedgerLead } from "@liftline/sandbox";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ar } from "../../../../apps/widget/src/messages/ar.ts";
import { enGB } from "../../../../apps/widget/src/messages/en-gb.ts";
import { startDemo, type Demo } from "../../src/start-demo.ts";
import type { Engine, OpenEngine } from "./engine.ts";
import { byKeyboard, handOn, type Hand } from "./hand.ts";

const search = `document.querySelector("liftline-search")`;

type Texts = Record<JourneyKey, string>;
type JourneyKey = {
  [key in keyof typeof enGB]: (typeof enGB)[key] extends string ? key : never;
}[keyof typeof enGB];

/** The whole journey in an engine; skipped, and said so, where this machine has none: `LIFTLINE_ENGINES=required` insists. */
export function walkJourneys(engine: Engine): void {
  const { name, missing } = engine;
  const required = process.env["LIFTLINE_ENGINES"] === "required";
  const title = missing ? `in ${name}: ${missing} on this machine` : `in ${name}`;
  describe.skipIf(missing && !required)(title, { timeout: 180_000 }, () => {
    let demo: Demo;
    let opened: OpenEngine;
    beforeAll(async () => {
      if (missing) throw new Error(missing);
      const root = new URL("../../../../", import.meta.url);
      [demo, opened] = await Promise.all([startDemo({ port: 0, root }), engine.open()]);
    }, 180_000);
    afterAll(async () => {
      await opened?.close();
      await demo?.close();
    });

    test("look up, search, choose two, leave and come back, request: a reference, and one lead with these two", async () => {
      const hand = await visit("");
      await searchTrip(hand, enGB);
      const chosen = await chooseTwo(hand, enGB);
      await hand.click({ role: "button", name: enGB["tray.continue"] });
      await hand.click({ role: "field", name: enGB["lead.name"] });
      await hand.tab.type(`Ada ${name}`);
      expect(await hand.tab.ask("JSON.stringify([sessionStorage, localStorage])")).not.toContain("Ada ");
      await hand.tab.ask("(globalThis.stillAlive = true)");
      await hand.leaveAndComeBack(new URL("privacy/", demo.url).href);
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
      const year = new Date().getFullYear() + 1;
      const from = { role: "combobox", name: enGB["field.from"] } as const;
      const day = { role: "date", name: enGB["field.date"] } as const;
      await chooseAirport(hand, enGB["field.from"], "EGGW");
      await byKeyboard(hand).click(day);
      // The same, whether this engine's language writes the day or the month first.
      await hand.tab.type(`06-06-${year}`);
      const typed = `${year}-06-06`;
      await expect.poll(async () => (await hand.look(day))?.value, { timeout: 60_000 }).toBe(typed);
      await hand.tab.reload();
      expect((await hand.find(day)).value).toBe(typed);
      expect((await hand.find(from)).value).toContain("Luton");
      await hand.leaveAndComeBack(new URL("privacy/", demo.url).href);
      // WebKit empties what is not to be completed when it brings a page back.
      await hand.find(day);
      await hand.tab.ask("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
      expect((await hand.find(day)).value).toBe(typed);
      expect((await hand.find(from)).value).toContain("Luton");
    });

    test("in Arabic, from right to left, the same, and nothing scrolls sideways", async () => {
      const hand = await visit("ar/");
      const from = await hand.find({ role: "combobox", name: ar["field.from"] });
      expect(from.x).toBeGreaterThan((await hand.find({ role: "combobox", name: ar["field.to"] })).x);
      await searchTrip(hand, ar);
      await chooseTwo(hand, ar);
      await sendRequest(hand, { texts: ar, name: `Amal ${name}` });
      await leadOf(`Amal ${name}`);
      expect(await hand.tab.ask("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    });

    async function leadOf(name: string): Promise<LedgerLead> {
      const found = () => demo.leads().filter(({ body }) => body.leadContactInfo.name === name);
      await expect.poll(() => found().length, { timeout: 60_000 }).toBe(1);
      return found()[0] as LedgerLead;
    }

    async function visit(path: string): Promise<Hand> {
      const tab = await opened.openTab();
      onTestFinished(() => tab.close());
      await tab.goTo(new URL(path, demo.url).href);
      return handOn(tab);
    }
  });
}

async function searchTrip(hand: Hand, texts: Texts): Promise<void> {
  await chooseAirport(hand, texts["field.from"], "EGGW");
  await chooseAirport(hand, texts["field.to"], "LFMN");
  await hand.click({ role: "button", name: texts["date.tomorrow"] });
  await hand.click({ role: "button", name: texts["search.submit"] });
  await hand.find({ role: "heading", name: texts["options.title"] });
}

async function chooseAirport(hand: Hand, field: string, typed: string): Promise<void> {
  await hand.click({ role: "combobox", name: field });
  await hand.tab.type(typed);
  await hand.click({ role: "option" });
  expect((await hand.find({ role: "combobox", name: field })).value).not.toBe("");
}

async function chooseTwo(hand: Hand, texts: Texts): Promise<string[]> {
  const chosen: string[] = [];
  for (let nth = 0; nth < 2; nth++) {
    const { text } = await hand.find({ role: "button", name: `${texts["option.choose"]}…` });
    chosen.push(text.slice(texts["option.choose"].length).trim());
    await hand.click({ role: "button", name: `${texts["option.choose"]}…` });
  }
  return chosen;
}

async function sendRequest(hand: Hand, by: { texts: Texts; name: string }): Promise<void> {
  await hand.click({ role: "button", name: by.texts["tray.continue"], before: true });
  await sendFilled(hand, by);
}

/** `name` is added to what the field holds. */
async function sendFilled(hand: Hand, { texts, name }: { texts: Texts; name: string }): Promise<void> {
  await hand.click({ role: "field", name: texts["lead.name"] });
  await hand.tab.type(name);
  await hand.click({ role: "field", name: texts["lead.email"] });
  await hand.tab.type("visitor@visitor.example");
  await hand.click({ role: "checkbox", name: texts["lead.consent"] });
  await hand.click({ role: "button", name: texts["lead.send"] });
  expect((await hand.find({ role: "status", name: "LL-…" })).text).toMatch(/^LL-[0-9A-Z]{6}$/);
}
