import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { airports, settings } from "../../test/canned-answers.ts";
import { mountSearch, playBackend, problem, rootOf } from "../../test/mount-search.ts";
import { toPlace } from "./name-place.ts";

const from = page.getByRole("combobox", { name: "From" });
const to = page.getByRole("combobox", { name: "To" });
const options = page.getByRole("listbox").getByRole("option");
const [luton] = airports("eggw");
if (!luton) throw new Error("no Luton");

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  for (const element of document.querySelectorAll("liftline-search")) element.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

type Found = (position: { coords: { latitude: number; longitude: number } }) => void;

/** The browser's position, as the test says. */
function playPosition(answer: (found: Found, failed: () => void) => void) {
  const getCurrentPosition = vi.fn(answer);
  vi.spyOn(navigator, "geolocation", "get").mockReturnValue({ getCurrentPosition } as unknown as Geolocation);
  return getCurrentPosition;
}

function typeAtOnce(text: string): void {
  const input = from.element();
  if (input instanceof HTMLInputElement) input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function active(): Element | null {
  const input = from.element();
  const root = input.getRootNode();
  const id = input.getAttribute("aria-activedescendant");
  return id && root instanceof ShadowRoot ? root.querySelector(`#${id}`) : null;
}

describe("the airport field", () => {
  test("a code is no word to be corrected", async () => {
    mountSearch();
    await expect.element(from).toHaveAttribute("autocorrect", "off");
    await expect.element(from).toHaveAttribute("spellcheck", "false");
  });

  test("R16: nothing is looked up below three letters, and one pause of typing is one lookup", async () => {
    const { calls } = playBackend();
    mountSearch();
    await from.click();
    // In one go: on a busy machine, four calls of the driver are four pauses.
    for (const text of ["lo", "lon", "lond", "lon"]) typeAtOnce(text);
    await expect.element(options.first()).toBeVisible();
    expect(calls.filter((call) => call.startsWith("/airports"))).toEqual(["/airports?query=lon&lang=en-GB"]);
  });

  test("is picked from with the keyboard alone", async () => {
    playBackend();
    mountSearch();
    await from.click();
    await userEvent.keyboard("lon");
    await expect.element(options.first()).toBeVisible();
    await expect.element(from).toHaveAttribute("aria-expanded", "true");
    // The highlight follows once the list is painted.
    await expect.poll(() => active()?.textContent).toContain("Luton");
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    await expect.poll(() => active()?.textContent).toContain("Northolt");
    expect(active()?.getAttribute("aria-selected")).toBe("true");
    await userEvent.keyboard("{ArrowUp}{Enter}");
    await expect.element(from).toHaveValue("London Biggin Hill");
    await expect.element(from).toHaveAttribute("aria-expanded", "false");
    expect(active()).toBeNull();
  });

  test("the highlight runs round at both ends", async () => {
    playBackend();
    mountSearch();
    await from.fill("lon");
    await expect.element(options.first()).toBeVisible();
    await userEvent.keyboard("{ArrowUp}");
    expect(active()?.textContent).toContain("City of Derry");
    await userEvent.keyboard("{ArrowDown}");
    expect(active()?.textContent).toContain("Luton");
  });

  test("Tab takes the highlighted airport along", async () => {
    playBackend();
    mountSearch();
    await from.fill("eglf");
    await expect.element(options.first()).toBeVisible();
    await userEvent.keyboard("{Tab}");
    await expect.element(from).toHaveValue("Farnborough");
  });

  test("Escape closes the list and leaves the text", async () => {
    playBackend();
    mountSearch();
    await from.fill("lon");
    await expect.element(options.first()).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(options.first()).not.toBeInTheDocument();
    await expect.element(from).toHaveValue("lon");
  });

  test("is picked from by touch or mouse", async () => {
    playBackend();
    mountSearch();
    await from.fill("lon");
    await options.filter({ hasText: "EGLC" }).click();
    await expect.element(from).toHaveValue("London City");
  });

  test("a key that ends a composition of an input method picks nothing", async () => {
    playBackend();
    mountSearch();
    await from.fill("lon");
    await expect.element(options.first()).toBeVisible();
    const ending = new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, composed: true });
    from.element().dispatchEvent(ending);
    await expect.element(from).toHaveValue("lon");
  });

  test("how many were found is said to screen readers", async () => {
    playBackend();
    mountSearch();
    await from.fill("lon");
    await expect.element(page.getByRole("status")).toHaveTextContent("Airports: 6");
  });

  test("a place that nobody finds is taken in the visitor's own words, but never by the way", async () => {
    playBackend();
    mountSearch();
    const kept = () => sessionStorage.getItem("liftline:pk_demo:trip");
    await from.fill("a strip near Ascot");
    await expect.element(page.getByText(/Nothing found/).first()).toBeVisible();
    await userEvent.keyboard("{Tab}");
    expect(kept()).not.toContain("Ascot");
    await from.click();
    await page.getByRole("option", { name: "Use “a strip near Ascot” as it is" }).click();
    await expect.element(from).toHaveValue("a strip near Ascot");
    expect(kept()).toContain("Ascot");
    expect(sessionStorage.getItem("liftline:pk_demo:recent")).toBeNull();
  });

  test("where lookups are down, a code still works", async () => {
    playBackend(({ path }) => (path === "/airports" ? problem("marketplace.limited", 503) : undefined));
    mountSearch();
    await from.fill("eggw");
    await expect.element(page.getByText(/The airport search is down/).first()).toBeVisible();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(from).toHaveValue("EGGW");
  });

  test("an airport picked before is offered before anything is typed", async () => {
    playBackend();
    mountSearch();
    await from.fill("ktEB");
    await expect.element(options.first()).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await to.click();
    await expect.element(page.getByRole("group", { name: "Recent" }).getByText("KTEB")).toBeVisible();
  });

  test("the broker's own airports come next, as far as the visitor has not picked them before", async () => {
    const favouriteAirports = [...airports("kteb"), ...airports("lfpb")];
    playBackend(({ path }) =>
      path === "/widget/settings" ? Response.json({ ...settings, favouriteAirports }) : undefined,
    );
    const root = rootOf(mountSearch());
    await from.click();
    await page.getByRole("group", { name: "Popular" }).getByText("KTEB").click();
    await to.click();
    await expect.element(page.getByRole("group", { name: "Recent" }).getByText("KTEB")).toBeVisible();
    expect(page.getByRole("group", { name: "Popular" }).getByRole("option").elements()).toHaveLength(1);
    expect(await faultsFoundByAxe(root)).toEqual([]);
  });

  test("R16: the position is asked for on request only, is rounded before it is sent, and brings airports to pick", async () => {
    const { calls } = playBackend(({ query }) =>
      query.has("latitude") ? Response.json({ airports: airports("lon") }) : undefined,
    );
    const asked = playPosition((found) => found({ coords: { latitude: 51.876_543, longitude: -0.368_91 } }));
    const root = rootOf(mountSearch());
    await from.click();
    await expect.element(options.filter({ hasText: "Airports near me" })).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
    await userEvent.keyboard("{ArrowUp}");
    await expect.poll(() => active()?.textContent).toBe("Airports near me");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("group", { name: "Airports near me" })).toBeVisible();
    await expect.element(page.getByRole("status")).toHaveTextContent("Airports: 6");
    expect(calls.filter((call) => call.startsWith("/airports"))).toEqual([
      "/airports?latitude=51.88&longitude=-0.37&lang=en-GB",
    ]);
    await expect.poll(() => active()?.textContent).toContain("Luton");
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(from).toHaveValue("London Biggin Hill");
  });

  test.each([
    ["refused", (_found: unknown, failed: () => void) => failed()],
    ["over the sea", (found: Found) => found({ coords: { latitude: 0, longitude: -30 } })],
  ])("a position that is %s is said, the rest of the offer stays, and typing goes on", async (_, answer) => {
    sessionStorage.setItem("liftline:pk_demo:recent", JSON.stringify([toPlace(luton)]));
    playBackend(({ query }) => (query.has("latitude") ? Response.json({ airports: [] }) : undefined));
    playPosition(answer);
    mountSearch();
    await from.click();
    await options.filter({ hasText: "Airports near me" }).click();
    await expect.element(page.getByRole("status")).toHaveTextContent("Position not available. Type a city.");
    await expect.element(page.getByRole("listbox").getByText("EGGW")).toBeVisible();
    await from.fill("lcy");
    await userEvent.keyboard("{Tab}");
    await expect.element(options.first()).not.toBeInTheDocument();
    await from.click();
    await userEvent.keyboard("{Escape}");
    await from.fill("");
    await expect.element(options.filter({ hasText: "Airports near me" })).toBeVisible();
  });

  test("what the broker switched off is not offered", async () => {
    sessionStorage.setItem("liftline:pk_demo:recent", JSON.stringify([toPlace(luton)]));
    const features = { ...settings.features, nearMe: false, recentAirports: false };
    playBackend(({ path }) => (path === "/widget/settings" ? Response.json({ ...settings, features }) : undefined));
    mountSearch();
    await expect.poll(() => page.getByText("Search aircraft").elements().length).toBe(1);
    await from.fill("lon");
    await expect.element(options.first()).toBeVisible();
    await from.fill("");
    await expect.element(options.first()).not.toBeInTheDocument();
  });

  test("the list is not clipped by a page that hides what overflows", async () => {
    playBackend();
    const box = document.body.appendChild(document.createElement("div"));
    box.style.cssText = "overflow:hidden;height:260px;transform:scale(1)";
    box.append(mountSearch());
    await from.fill("lon");
    const last = options.nth(2);
    await expect.element(last).toBeVisible();
    const { left, top, width, height } = last.element().getBoundingClientRect();
    const hit = rootOf(box.children[0] ?? box).elementFromPoint(left + width / 2, top + height / 2);
    expect(last.element().contains(hit)).toBe(true);
    box.remove();
  });

  test("axe finds nothing wrong, with the list open, empty and failed", async () => {
    playBackend(({ query }) => (query.get("query") === "fail" ? problem("internal", 500) : undefined));
    const root = rootOf(mountSearch());
    for (const [text, shown] of [
      ["lon", /EGGW/],
      ["zzzz", /Nothing found/],
      ["fail", /search is down/],
    ] as const) {
      await from.fill(text);
      await expect.element(page.getByText(shown).first()).toBeVisible();
      expect(await faultsFoundByAxe(root)).toEqual([]);
    }
  });
});
