import { takeKeyboard, type Keyboard } from "./keyboard.ts";
import type { Opening, PlayedPages } from "./played-page.ts";

export const now = "2026-12-01T10:00:00Z";

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
