import { languageTags } from "@liftline/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { ar } from "../src/messages/ar.ts";
import type { Catalogue } from "../src/messages/catalogue.ts";
import { de } from "../src/messages/de.ts";
import { he } from "../src/messages/he.ts";
import { faultsFoundByAxe } from "./check-accessibility.ts";
import { bookingStates } from "./pictures/booking-states.ts";
import { mountBooking } from "./mount-booking.tsx";
import { mountSearch, playBackend, problem, rootOf } from "./mount-search.ts";
import { settings } from "./canned-answers.ts";

const whole = { from: "EGGW", to: "KTEB", date: "2099-12-13" };

beforeEach(async () => {
  sessionStorage.clear();
  await page.viewport(360, 780);
});
afterEach(async () => {
  document.body.replaceChildren();
  document.documentElement.dir = "";
  vi.unstubAllGlobals();
  await page.viewport(414, 896);
});

test("from right to left numbers and times stand where the lines begin, and words where their own writing does", async () => {
  playBackend();
  const element = mountSearch({ ...whole, lang: "he" });
  await expect.element(page.getByRole("heading", { name: he["search.title"] })).toBeVisible();
  const bidi = (id: string) => getComputedStyle(rootOf(element).querySelector(id)!).unicodeBidi;
  expect(["#from-0", "#passengers", "#time-0"].map(bidi)).toEqual(["plaintext", "normal", "normal"]);
});

describe.each([
  ["de", de, "ltr"],
  ["he", he, "rtl"],
  ["ar-AE", ar, "rtl"],
])("a whole journey in %s", (lang, texts: Catalogue, direction) => {
  const say = (key: keyof Catalogue) => String(texts[key]);
  const button = (key: keyof Catalogue) => page.getByRole("button", { name: say(key) });

  test("search, options, request, receipt", { timeout: 30_000 }, async () => {
    const receipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };
    const { bodies } = playBackend(({ path }) => (path === "/leads" ? Response.json(receipt) : undefined));
    const element = mountSearch({ ...whole, lang });
    await expect.element(page.getByRole("heading", { name: say("search.title") })).toBeVisible();
    const root = rootOf(element);
    expect(root.querySelector("[part=root]")).toMatchObject({ lang, dir: direction });
    await button("search.submit").click();
    await expect.element(page.getByRole("heading", { name: say("options.title") })).toBeVisible();
    root.querySelector<HTMLElement>(".details summary")?.click();
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await page
      .getByRole("button", { name: say("option.choose"), exact: false })
      .first()
      .click();
    await button("tray.continue").click();
    await page.getByLabelText(say("lead.name")).fill("Jo Smith");
    await page.getByLabelText(say("lead.email"), { exact: true }).fill("jo@example.com");
    await page.getByRole("checkbox").click();
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await button("lead.send").click();
    await expect.element(page.getByRole("heading", { name: say("receipt.title") })).toBeVisible();
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    // What is sent says the language, region and all; the mail follows it.
    expect(bodies).toMatchObject([{ locale: lang }, { locale: lang }]);
  });
});

describe.each(languageTags)("at 360 px, in %s,", (lang) => {
  test("nothing of the form is wider than the page, and no button is cut", async () => {
    playBackend();
    document.documentElement.dir = lang === "ar" || lang === "he" ? "rtl" : "ltr";
    const root = await drawn(lang);
    for (const [at, kind] of ["one-way", "return", "several"].entries()) {
      root.querySelectorAll<HTMLElement>("[part=trip-kind] input")[at]?.click();
      root.querySelector<HTMLElement>("[part=submit]")?.click();
      if (kind === "one-way") root.querySelector<HTMLElement>("[part=more]")?.click();
      await vi.waitFor(() => expect(root.querySelector('[aria-invalid="true"]')).not.toBeNull());
      if (kind === "several") await vi.waitFor(() => expect(root.querySelector(".legs")).not.toBeNull());
      expect(tooWide(root), kind).toEqual([]);
    }
  });

  test.each([
    ...["types", "full", "details", "none", "categories", "category", "compare", "request-faults", "request-limited"],
    ...["request-as-it-is", "received", "received-more"],
  ])("nothing of “%s” is wider than the page, and no button is cut", async (name) => {
    const state = bookingStates[name];
    if (!state) throw new Error(name);
    document.documentElement.dir = lang === "ar" || lang === "he" ? "rtl" : "ltr";
    const { root } = mountBooking({ ...state.stage, language: lang });
    await state.act?.(root);
    expect(tooWide(root)).toEqual([]);
  });
});

describe.each(languageTags)("at 360 px, in %s, after the form,", (lang) => {
  test.each(["waiting", "failed"])("nothing of “%s” is wider than the page, and no button is cut", async (name) => {
    playBackend(({ path }) =>
      path !== "/searches" ? undefined : name === "waiting" ? null : problem("internal", 500),
    );
    document.documentElement.dir = lang === "ar" || lang === "he" ? "rtl" : "ltr";
    const root = await drawn(lang, whole);
    root.querySelector<HTMLElement>("[part=submit]")?.click();
    await vi.waitFor(() => expect(root.querySelector(`[part~=${name}]`)).not.toBeNull());
    expect(tooWide(root)).toEqual([]);
  });
});

test("a broker's own words stand on the page as text, in the language they came for", async () => {
  const { calls } = playBackend(({ path }) =>
    path === "/widget/settings" ? Response.json({ ...settings, texts: ["<b>Los</b> geht’s", "Finden"] }) : undefined,
  );
  mountSearch({ lang: "de" });
  await expect.element(page.getByRole("heading", { name: "<b>Los</b> geht’s" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Finden" })).toBeVisible();
  expect(calls).toEqual(["/widget/settings?lang=de"]);
});

async function drawn(lang: string, attributes: Record<string, string> = {}): Promise<ShadowRoot> {
  const element = mountSearch({ lang, ...attributes });
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector("[part=submit]")).toBeTruthy());
  return rootOf(element);
}

/** Elements beyond the edges of the page, and buttons whose words are wider than they are. */
function tooWide(root: ShadowRoot): string[] {
  const all = [...root.querySelectorAll<HTMLElement>("*")].filter((each) => each.checkVisibility() && isSeen(each));
  const beyond = all.filter((each) => {
    const { left, right } = each.getBoundingClientRect();
    return left < -0.5 || right > innerWidth + 0.5;
  });
  const cut = all.filter(
    (each) => each.matches("button, .tab span, a.button") && each.scrollWidth > each.clientWidth + 1,
  );
  return [...new Set([...beyond, ...cut])].map((each) => `${each.localName}.${each.className}: ${each.textContent}`);
}

/** Not what is for screen readers alone, nor what can be scrolled to within its own row or table. */
function isSeen(element: HTMLElement): boolean {
  return !element.closest(".unseen, .chips > *, table, svg, option, [popover]");
}
