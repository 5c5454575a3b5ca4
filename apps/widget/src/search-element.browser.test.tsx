import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { faultsFoundByAxe } from "../test/check-accessibility.ts";
import { settings } from "../test/canned-answers.ts";
import { mountSearch, playBackend, problem, rootOf } from "../test/mount-search.ts";
import { sendRequest } from "../test/send-request.ts";
import { toRequest } from "../test/to-request.ts";
import { defineLiftline } from "./define.ts";
import { LiftlineSearchElement } from "./search-element.ts";

const titles = page.getByRole("heading", { name: "Where would you like to fly?" });

beforeEach(() => {
  sessionStorage.clear();
  playBackend();
});
afterEach(() => {
  for (const element of document.querySelectorAll("liftline-search")) element.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("<liftline-search>", () => {
  test("is moved without losing what was typed, and without another start", async () => {
    const { calls } = playBackend();
    const element = mountSearch();
    const from = page.getByRole("combobox", { name: "From" });
    await from.fill("some text");
    const input = from.element();
    const box = document.body.appendChild(document.createElement("div"));
    box.append(element);
    await expect.element(from).toHaveValue("some text");
    expect(from.element()).toBe(input);
    expect(calls.filter((call) => call.startsWith("/widget/settings"))).toHaveLength(1);
    box.remove();
  });

  test("is taken off the page, ends its calls, and is put back", async () => {
    const asked: string[] = [];
    let ended = false;
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
      asked.push(url);
      init.signal?.addEventListener("abort", () => (ended = true));
      return new Promise(() => {});
    });
    const element = mountSearch();
    await vi.waitFor(() => expect(asked).toEqual(["https://leads.test/widget/settings?lang=en-GB"]));
    element.remove();
    await vi.waitFor(() => expect(rootOf(element).childElementCount).toBe(0));
    await vi.waitFor(() => expect(ended).toBe(true));
    document.body.append(element);
    await expect.element(titles).toBeVisible();
  });

  test("gives the page's own words back when something of ours breaks, here alone", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const healthy = mountSearch({ "embed-key": "pk_other" });
    await expect.element(titles).toBeVisible();
    // A settings answer that no backend of ours gives: the drawing that reads it throws.
    playBackend(({ path }) => (path === "/widget/settings" ? Response.json({ texts: null }) : undefined));
    const broken = mountSearch();
    broken.textContent = "Call us";
    await expect.element(page.getByText("Call us")).toBeVisible();
    expect(rootOf(broken).querySelector("form")).toBeNull();
    expect(rootOf(healthy).querySelector("form")).not.toBeNull();
    expect(warn).toHaveBeenCalledOnce();
    broken.remove();
    document.body.append(broken);
    await expect.element(page.getByText("Call us")).toBeVisible();
  });

  test("works twice on a page, each with its own journey", async () => {
    mountSearch({ from: "EGGW" });
    mountSearch({ from: "KTEB", "embed-key": "pk_other" });
    await vi.waitFor(() => expect(titles.elements()).toHaveLength(2));
    const fields = page.getByRole("combobox", { name: "From" });
    await expect.element(fields.first()).toHaveValue("EGGW");
    await expect.element(fields.nth(1)).toHaveValue("KTEB");
  });

  test("takes properties that were set before its script came", async () => {
    const late = document.createElement("liftline-late");
    Object.assign(late, { embedKey: "pk_demo", backend: "https://leads.test", from: "EGGW", passengers: 7 });
    document.body.append(late);
    customElements.define("liftline-late", class extends LiftlineSearchElement {});
    await expect.element(page.getByRole("combobox", { name: "From" })).toHaveValue("EGGW");
    expect(late.getAttribute("passengers")).toBe("7");
    expect(Reflect.get(late, "passengers")).toBe(7);
    late.remove();
  });

  test("follows its properties: another trip that the page asks for is there at once", async () => {
    const element = mountSearch();
    element.to = "LFPB";
    await expect.element(page.getByRole("combobox", { name: "To" })).toHaveValue("LFPB");
    element.to = null;
    await expect.element(page.getByRole("combobox", { name: "To" })).toHaveValue("");
    expect(element.hasAttribute("to")).toBe(false);
  });

  test("says once in the console what it cannot read, and goes on without", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const element = mountSearch({ date: "tomorrow" });
    await expect.element(titles).toBeVisible();
    element.from = "EGGW";
    element.to = "KTEB";
    await expect.element(page.getByRole("combobox", { name: "To" })).toHaveValue("KTEB");
    expect(warn.mock.calls).toEqual([["liftline-search: date cannot be read"]]);
  });

  test("speaks the page's language, from right to left where it runs so", async () => {
    const box = document.body.appendChild(document.createElement("div"));
    box.lang = "ar-AE";
    const element = mountSearch();
    element.removeAttribute("lang");
    box.append(element);
    await expect.element(page.getByRole("heading", { name: "إلى أين ترغب في السفر؟" })).toBeVisible();
    const root = rootOf(box.children[0] ?? box);
    expect(root.querySelector(".root")?.getAttribute("dir")).toBe("rtl");
    expect(await faultsFoundByAxe(root)).toEqual([]);
    box.remove();
  });

  test("speaks a language of the broker's where the page's is none of them", async () => {
    const inGerman = { ...settings, languages: ["de", "pt-BR"] };
    const { calls } = playBackend(({ path }) => (path === "/widget/settings" ? Response.json(inGerman) : undefined));
    const element = mountSearch({ lang: "fr" });
    await expect.element(page.getByRole("heading", { name: "Wohin möchten Sie fliegen?" })).toBeVisible();
    expect(rootOf(element).querySelector(".root")?.getAttribute("lang")).toBe("de");
    await vi.waitFor(() => expect(calls).toEqual(["/widget/settings?lang=fr", "/widget/settings?lang=de"]));
    element.lang = "PT";
    await expect.element(page.getByRole("heading", { name: "Para onde você quer voar?" })).toBeVisible();
  });

  test("takes the old tag of Hebrew for the broker's Hebrew", async () => {
    const features = { ...settings.features, severalLegs: false };
    const inHebrew = { ...settings, features, languages: ["de", "he"] };
    playBackend(({ path }) => (path === "/widget/settings" ? Response.json(inHebrew) : undefined));
    const element = mountSearch({ lang: "iw" });
    await vi.waitFor(() => expect(rootOf(element).querySelector("[inert]")).not.toBeNull());
    expect(element.lang).toBe("iw");
  });

  test("sends the campaign of the address at which the visitor came, wherever the site went on to", async () => {
    const landing = { name: "https://broker.example/?utm_source=news&gclid=abc#fleet" } as PerformanceEntry;
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([landing]);
    const { bodies } = playBackend(({ path }) => (path === "/leads" ? problem("internal", 500) : undefined));
    await toRequest();
    await page.getByRole("checkbox", { name: /agree/ }).click();
    await sendRequest();
    await vi.waitFor(() => expect(bodies.at(-1)).toMatchObject({ campaign: { utm_source: "news", gclid: "abc" } }));
  });

  test("is defined once, however often its script runs", () => {
    const before = customElements.get("liftline-search");
    expect(() => defineLiftline({ backend: "https://elsewhere.test" })).not.toThrow();
    expect(customElements.get("liftline-search")).toBe(before);
  });

  test("a fault of ours is never thrown at the page", async () => {
    const thrown: unknown[] = [];
    const hear = (event: Event) => thrown.push(event);
    window.addEventListener("error", hear);
    window.addEventListener("unhandledrejection", hear);
    vi.spyOn(console, "warn").mockImplementation(() => {});
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>", { status: 500 })));
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new Error("denied");
    });
    mountSearch({ backend: "https://leads.test" });
    await expect.element(titles).toBeVisible();
    await vi.waitFor(() => expect(console.warn).toHaveBeenCalled());
    window.removeEventListener("error", hear);
    window.removeEventListener("unhandledrejection", hear);
    expect(thrown).toEqual([]);
  });

  test("keeps what a page styles out, and takes up its font", async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { all: unset; } body { font-family: Georgia; letter-spacing: 9px; text-transform: uppercase }",
    );
    document.adoptedStyleSheets.push(sheet);
    const root = rootOf(mountSearch());
    await expect.element(titles).toBeVisible();
    const title = root.querySelector("h2");
    if (!title) throw new Error("no title");
    const { fontFamily, letterSpacing, textTransform } = getComputedStyle(title);
    expect({ fontFamily, letterSpacing, textTransform }).toEqual({
      fontFamily: "Georgia",
      letterSpacing: "normal",
      textTransform: "none",
    });
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  test("axe finds nothing wrong, light and dark", async () => {
    for (const scheme of ["light", "dark"]) {
      document.documentElement.style.colorScheme = scheme;
      const element = mountSearch({ from: "EGGW", date: "2099-12-13" });
      await expect.element(titles).toBeVisible();
      expect(await faultsFoundByAxe(rootOf(element))).toEqual([]);
      element.remove();
    }
    document.documentElement.style.colorScheme = "";
  });
});
