import type { Locator, Page } from "playwright-core";

/** What a visitor does on a page with the widget, by what is read and said there. */
export interface Visitor {
  pickKind(label: "One way" | "Return" | "Several legs"): Promise<void>;
  /** Types into an airport field and takes the first match. `nth` counts the legs of a trip of several. */
  chooseAirport(field: "From" | "To", typed: string, nth?: number): Promise<void>;
  pickDay(label: string, daysAhead: number, nth?: number): Promise<void>;
  search(): Promise<void>;
  /** Chooses the first options; gives their names. */
  chooseOptions(count: number): Promise<string[]>;
  /** Goes on from the options, fills in the request and sends it; gives the reference. */
  request(name: string): Promise<string>;
  /** Fills in the request that is on the page and sends it; gives the reference. */
  send(name: string): Promise<string>;
}

/** `press` is how this visitor presses things: a mouse clicks, a finger taps. */
export function visitorOn(page: Page, press: (target: Locator) => Promise<void> = (target) => target.click()): Visitor {
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const visitor: Visitor = {
    async pickKind(label) {
      await press(page.getByRole("radiogroup", { name: "Trip" }).getByText(label, { exact: true }));
    },
    async chooseAirport(field, typed, nth = 0) {
      const input = page.getByRole("combobox", { name: field, exact: true }).nth(nth);
      await press(input);
      await input.pressSequentially(typed, { delay: 20 });
      await press(
        page
          .getByRole("option")
          .filter({ hasText: new RegExp(typed, "i") })
          .first(),
      );
    },
    async pickDay(label, daysAhead, nth = 0) {
      await page
        .getByLabel(label, { exact: true })
        .and(page.locator("input[type=date]"))
        .nth(nth)
        .fill(dayAhead(daysAhead));
    },
    async search() {
      await press(button("Search aircraft"));
      await page.getByRole("heading", { name: "Aircraft for your trip" }).waitFor();
    },
    async chooseOptions(count) {
      const names: string[] = [];
      for (let index = 0; index < count; index++) {
        const card = page.getByRole("article").nth(index);
        names.push(await card.getByRole("heading", { level: 3 }).innerText());
        await press(card.getByRole("button", { name: /^Choose/ }));
      }
      return names;
    },
    async request(name) {
      await press(button("Continue"));
      return visitor.send(name);
    },
    async send(name) {
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("E-mail").fill("visitor@visitor.example");
      await page.getByLabel(/^Message/).fill("I want to bring my dog.\nIs that possible?");
      await press(page.getByLabel("I agree to the privacy policy"));
      await press(button("Send request"));
      const reference = page.getByText(/^LL-[0-9A-Z]{6}$/);
      await reference.waitFor();
      return reference.innerText();
    },
  };
  return visitor;
}

/** The day in this many days, as a date input takes it. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
