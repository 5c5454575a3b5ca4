import type { SearchResponse, WidgetSettings } from "@liftline/schema";
import type { Page } from "playwright-core";
import { searchAnswer, settings } from "./canned-answers.ts";
import { takeKeyboard, type Keyboard } from "./keyboard.ts";
import type { Opening, Play, PlayedPages } from "./played-page.ts";

export const now = "2026-12-01T10:00:00Z";

/** The same options, at half the amount. */
export const inPounds: SearchResponse = {
  ...searchAnswer,
  currency: "GBP",
  options: searchAnswer.options.map(({ price, ...option }) => ({
    ...option,
    price: price && { ...price, amount: price.amount / 2, currency: "GBP" },
  })),
};

/** Of a broker that has something to say of its flights and of itself. */
export const withWords: WidgetSettings = {
  ...settings,
  safety: { minimums: [], text: "Two pilots, always." },
  company: "Charter since 1987.",
};

/** A search that finds no end. */
export const searchForEver: Play = (path) => (path === "/searches" ? new Promise(() => {}) : "answer");

export async function playCalendar(page: Page): Promise<void> {
  await page.route("**/calendar/**", (route) =>
    route.fulfill({ headers: { "Content-Disposition": 'attachment; filename="trip.ics"' }, body: "BEGIN:VCALENDAR" }),
  );
}

export async function visit(pages: PlayedPages, opening: Opening = {}) {
  const visited = await pages.open({ now, ...opening });
  return { ...visited, keyboard: await takeKeyboard(visited.page) };
}

/** In an airport's field: a code is written and the airport taken. */
export async function pick(keyboard: Keyboard, code: string): Promise<void> {
  await keyboard.paste(code);
  await keyboard.hears("Airports: 1");
  await keyboard.press("Enter");
}

export async function fillOneWay(keyboard: Keyboard): Promise<void> {
  await keyboard.to("combobox From");
  await pick(keyboard, "eggw");
  await keyboard.to("combobox To");
  await pick(keyboard, "kteb");
  await keyboard.to("button Tomorrow");
  await keyboard.press("Enter");
}

/** One way, up to the options. */
export async function search(keyboard: Keyboard): Promise<void> {
  await fillOneWay(keyboard);
  await keyboard.to("button Search aircraft");
  await keyboard.press("Enter");
  await keyboard.at("heading Aircraft for your trip");
}

/** From the options to the request. */
export async function chooseOne(keyboard: Keyboard): Promise<void> {
  await keyboard.to("button Choose Citation CJ3");
  await keyboard.press("Enter");
  await keyboard.backTo("button Continue");
  await keyboard.press("Enter");
  await keyboard.at("heading Your request");
}

export async function fillRequest(keyboard: Keyboard): Promise<void> {
  await keyboard.to("textbox Name");
  await keyboard.type("A visitor");
  await keyboard.to("textbox E-mail");
  await keyboard.type("visitor@example.org");
  await keyboard.to("checkbox I agree to the privacy policy");
  await keyboard.press("Space");
  await keyboard.to("button Send request");
  await keyboard.press("Enter");
}
