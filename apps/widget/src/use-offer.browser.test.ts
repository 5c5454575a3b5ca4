import type { WidgetSettings } from "@liftline/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { settings } from "../test/canned-answers.ts";
import { faultsFoundByAxe } from "../test/check-accessibility.ts";
import { mountSearch, playBackend, rootOf } from "../test/mount-search.ts";

const submit = page.getByRole("button", { name: "Search aircraft" });
const trip = "EGGW-KTEB-20991213-1110-7_KTEB-LFPB-20991220-a1830-4_LFPB-EGGW-20991221-open-4";

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  for (const element of document.querySelectorAll("liftline-search")) element.remove();
  Reflect.deleteProperty(window, "dataLayer");
  vi.unstubAllGlobals();
});

/** A backend whose settings come when the test says so. */
function playSettings(changes: Partial<WidgetSettings>) {
  let come = () => {};
  const held = new Promise<void>((resolve) => (come = resolve));
  const played = playBackend();
  const answer = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (!url.includes("/widget/settings")) return answer(url, init);
    await held;
    return Response.json({ ...settings, ...changes });
  });
  return { ...played, come };
}

function without(...names: (keyof WidgetSettings["features"])[]): Partial<WidgetSettings> {
  return { features: { ...settings.features, ...Object.fromEntries(names.map((name) => [name, false])) } };
}

function places(root: ShadowRoot): number[][] {
  return [...root.querySelectorAll("label, input, select, button")].map((each) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return [x, y, width, height];
  });
}

test("settings that did not come are asked for again on the way, in time for the consent", async () => {
  let asked = 0;
  playBackend(({ path }) => {
    if (path !== "/widget/settings") return undefined;
    asked += 1;
    return asked === 1 ? Response.json({}, { status: 503 }) : undefined;
  });
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  mountSearch({ trip });
  await vi.waitFor(() => expect(console.warn).toHaveBeenCalled());
  await submit.click();
  await page
    .getByRole("button", { name: /^Choose / })
    .first()
    .click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect.element(page.getByRole("checkbox", { name: /agree/ })).toBeVisible();
  vi.restoreAllMocks();
});

describe("what a broker has switched off", () => {
  test("goes without moving what is there, and cannot be reached", async () => {
    const { come } = playSettings(without("returnTrip", "severalLegs", "timeUndecided", "arrivalTime", "categories"));
    const root = rootOf(mountSearch());
    await page.getByRole("button", { name: "More choices" }).click();
    await expect.element(page.getByText("Arrival", { exact: true })).toBeVisible();
    await expect.element(page.getByRole("radio", { name: "Return" })).toBeInTheDocument();
    const before = places(root).slice(0, 12);
    come();
    await expect.element(page.getByLabelText("Time")).toHaveValue("12:00");
    await expect.element(page.getByRole("radio", { name: "Return" })).not.toBeInTheDocument();
    await expect.element(page.getByRole("radio", { name: "Several legs" })).not.toBeInTheDocument();
    await expect.element(page.getByRole("radio", { name: "Arrival" })).not.toBeInTheDocument();
    expect(page.getByText("Undecided").elements()).toEqual([]);
    expect(places(root).slice(0, 12)).toEqual(before);
    expect(await faultsFoundByAxe(root)).toEqual([]);
  });

  test("is not drawn at all where that was known before", async () => {
    const { come } = playSettings(without("returnTrip", "arrivalTime", "categories"));
    come();
    const root = rootOf(mountSearch({ from: "EGGW", to: "KTEB", date: "2099-12-13" }));
    await expect.poll(() => root.querySelectorAll("[inert]").length).toBe(1);
    await page.getByRole("button", { name: "More choices" }).click();
    await expect.element(page.getByText("No fuel stops")).toBeVisible();
    expect(root.querySelectorAll("fieldset")).toHaveLength(0);
    await submit.click();
    await page.getByRole("button", { name: "Change the trip" }).first().click();
    await expect.element(page.getByText("Several legs")).toBeVisible();
    expect(root.querySelectorAll("[inert]")).toHaveLength(0);
    expect(page.getByText("Return").elements()).toEqual([]);
  });

  test("stays where the page itself asks for it", async () => {
    const { come } = playSettings(without("severalLegs", "arrivalTime"));
    come();
    mountSearch({ trip });
    await expect.element(page.getByRole("radio", { name: "Several legs" })).toBeChecked();
    await expect.element(page.getByText("Leg 3 · 4 passengers")).toBeVisible();
  });
});

describe("a trip link's trip", () => {
  test("stands in the form with all its legs, times and people, and is asked for", async () => {
    const { bodies } = playBackend();
    const element = mountSearch({ from: "LIRA" });
    element.trip = trip;
    const root = rootOf(element);
    await expect.element(page.getByText("Leg 2 · 4 passengers")).toBeVisible();
    await expect.element(page.getByLabelText("Time").first()).toHaveValue("11:10");
    expect(await faultsFoundByAxe(root)).toEqual([]);
    await submit.click();
    await vi.waitFor(() => expect(bodies).toHaveLength(1));
    const { legs } = bodies[0] as { legs: unknown[] };
    expect(legs).toEqual([
      { from: "EGGW", to: "KTEB", date: "2099-12-13", time: "11:10", timeMeans: "departure", passengers: 7 },
      { from: "KTEB", to: "LFPB", date: "2099-12-20", time: "18:30", timeMeans: "arrival", passengers: 4 },
      { from: "LFPB", to: "EGGW", date: "2099-12-21", time: null, timeMeans: "departure", passengers: 4 },
    ]);
  });

  test("is for as many as the visitor then says, on every leg", async () => {
    const { bodies } = playBackend();
    mountSearch({ trip });
    await expect.element(page.getByText("Leg 2 · 4 passengers")).toBeVisible();
    await page.getByRole("button", { name: "One passenger more" }).click();
    await expect.element(page.getByText("Leg 2 · 8 passengers")).toBeVisible();
    await submit.click();
    await vi.waitFor(() => expect(bodies).toHaveLength(1));
    const { legs } = bodies[0] as { legs: { passengers: number }[] };
    expect(legs.map(({ passengers }) => passengers)).toEqual([8, 8, 8]);
  });
});

test("events from before the settings came reach the page's dataLayer, with nothing of a person", async () => {
  const dataLayer: unknown[] = [];
  Reflect.set(window, "dataLayer", dataLayer);
  const { come } = playSettings({ analytics: { dataLayer: true } });
  mountSearch({ from: "EGGW", to: "KTEB", date: "2099-12-13" });
  await submit.click();
  await expect.element(page.getByRole("heading", { name: /Falcon 2000/ })).toBeVisible();
  expect(dataLayer).toEqual([]);
  come();
  await vi.waitFor(() => expect(dataLayer).toHaveLength(2));
  expect(dataLayer).toEqual([
    {
      event: "liftline-search-submitted",
      legs: [{ from: "EGGW", to: "KTEB", date: "2099-12-13" }],
      passengers: 4,
    },
    { event: "liftline-options-shown", count: 4, currency: "EUR" },
  ]);
});
