import type { LeadReceipt } from "@liftline/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { settings } from "../../test/canned-answers.ts";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { manyOptions, option, westbound } from "../../test/fixtures/options.ts";
import { mountBooking, type BookingStage, type MountedBooking } from "../../test/mount-booking.tsx";
import type { JourneyAt } from "../journey.ts";
import { emptyTrip, type Place, type Trip } from "../searches/trip.ts";

const receipt: LeadReceipt = { reference: "LL-7K3F9Q", receivedAt: "2026-12-01T10:00:00Z" };
const options = [...manyOptions(12), option({ token: "open", legs: [{ ...westbound, timeToBeDecided: true }] })];
const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options };
const leg = { from: placeAt("EGGW", "Luton"), to: placeAt("KTEB", "Teterboro"), date: "2026-12-13", time: "11:00" };
const trip: Trip = { ...emptyTrip, legs: [leg], passengers: 7, currency: "USD" };
const words: Trip = { ...trip, legs: [{ ...leg, to: placeAt("", "the grass strip near Ascot") }] };

let mounted: MountedBooking;
let copied: string[];
beforeEach(() => {
  copied = [];
  setClipboard({ writeText: (text: string) => Promise.resolve(void copied.push(text)) });
});
afterEach(() => {
  mounted.unmount();
  Reflect.deleteProperty(navigator, "clipboard");
  vi.unstubAllGlobals();
});

function setClipboard(value: unknown): void {
  Object.defineProperty(navigator, "clipboard", { configurable: true, value });
}

function placeAt(code: string, name: string): Place {
  return { code, name, city: "", country: "" };
}

function received(changes: Partial<JourneyAt<"received">> = {}, stage: Partial<BookingStage> = {}): void {
  const journey = { step: "received", trip, answer, chosen: ["token-5"], receipt, ...changes } as const;
  mounted = mountBooking({ journey, backend: "https://leads.test", ...stage });
}

describe("the receipt", () => {
  test("has the reference, the choice, and a way to the next trip; axe finds nothing wrong", async () => {
    received({}, { settings: { company: "Charter since 1987.\nDay and night." } });
    await expect.element(page.getByText("LL-7K3F9Q")).toBeVisible();
    await expect.element(page.getByText("Falcon 2000LXS")).toBeVisible();
    await page.getByText("About Demo Charter").click();
    await expect.element(page.getByText(/Charter since 1987/)).toBeVisible();
    expect(await faultsFoundByAxe(mounted.root)).toEqual([]);
    await page.getByRole("button", { name: "Plan another trip" }).click();
    expect(mounted.journey().step).toBe("searching");
  });

  test("of a trip as it is shows the trip, which no calendar takes; axe finds nothing wrong", async () => {
    received({ trip: words, answer: null, chosen: [] });
    await expect.element(page.getByText("the grass strip near Ascot")).toBeVisible();
    await expect.element(page.getByText("7 passengers")).toBeVisible();
    await expect.element(page.getByRole("link", { name: "Add to calendar" })).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "Copy trip link" })).not.toBeInTheDocument();
    expect(await faultsFoundByAxe(mounted.root)).toEqual([]);
  });
});

describe("the receipt's looks", () => {
  const box = (selector: string) => mounted.root.querySelector(selector)!.getBoundingClientRect();

  afterEach(() => page.viewport(414, 896));

  test("on a small phone the button stands beside the reference, in German too", async () => {
    await page.viewport(360, 700);
    received({}, { language: "de" });
    await expect.element(page.getByRole("button", { name: "Kopieren", exact: true })).toBeVisible();
    expect(box(".reference button").left).toBeGreaterThan(box("output").right);
  });

  test("on a wide page the trip is as wide as what was chosen for it", async () => {
    await page.viewport(1280, 900);
    received();
    await expect.element(page.getByText("Falcon 2000LXS")).toBeVisible();
    expect(box(".receipt .strip").right).toBe(box(".chosen").right);
    expect(box(".receipt .trip-leg").right).toBe(box(".chosen").right);
  });
});

describe("the trip to take along", () => {
  test("is a file for the calendar, below the backend, in the visitor's language", async () => {
    received({}, { language: "de" });
    const file = "EGGW-KTEB-20261213T110000Z-20261213T184000Z.ics?reference=LL-7K3F9Q&lang=de";
    await expect
      .element(page.getByRole("link", { name: "In den Kalender" }))
      .toHaveAttribute("href", `https://leads.test/calendar/pk_demo/${file}`);
  });

  test("is a link to the trip, without a person in it; that it was copied is said", async () => {
    received();
    await page.getByRole("button", { name: "Copy trip link" }).click();
    await expect.poll(() => copied).toEqual(["https://leads.test/t/pk_demo/EGGW-KTEB-20261213-1100-7?currency=USD"]);
    await expect.element(page.getByRole("button", { name: "Copied" })).toBeVisible();
    await expect.poll(() => mounted.said()).toBe("Copied");
  });

  test.each([
    ["has no clipboard", undefined],
    ["refuses", { writeText: () => Promise.reject(new Error("refused")) }],
  ])("is shown to be copied by hand where the browser %s", async (_name, clipboard) => {
    setClipboard(clipboard);
    const shown = vi.fn<typeof prompt>();
    vi.stubGlobal("prompt", shown);
    received();
    await page.getByRole("button", { name: "Copy trip link" }).click();
    const link = "https://leads.test/t/pk_demo/EGGW-KTEB-20261213-1100-7?currency=USD";
    await expect.poll(() => shown.mock.calls).toEqual([["Copy trip link", link]]);
  });

  test("takes whole days of a calendar while its times are open", async () => {
    received({ chosen: ["open"] });
    await expect
      .element(page.getByRole("link", { name: "Add to calendar" }))
      .toHaveAttribute("href", expect.stringContaining("/EGGW-KTEB-20261213.ics?"));
  });

  test("is what the broker offers, and no more", async () => {
    received({}, { settings: { features: { ...settings.features, calendar: false, tripLink: false } } });
    await expect.element(page.getByRole("button", { name: "Print" })).toBeVisible();
    await expect.element(page.getByRole("link", { name: "Add to calendar" })).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: "Copy trip link" })).not.toBeInTheDocument();
  });
});
