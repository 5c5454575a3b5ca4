import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { settings } from "../../test/canned-answers.ts";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { manyOptions, onward, option, redEye, westbound } from "../../test/fixtures/options.ts";
import { mountBooking, type BookingStage, type MountedBooking } from "../../test/mount-booking.tsx";
import type { Option } from "@liftline/schema";
import { emptyTrip, placeOf } from "../searches/trip.ts";

let mounted: MountedBooking;
afterEach(() => mounted.unmount());

function choosing(options: readonly Option[], stage: Partial<BookingStage> = {}, trip = emptyTrip): MountedBooking {
  const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options: [...options] };
  mounted = mountBooking({ journey: { step: "choosing", trip, answer, chosen: [] }, ...stage });
  return mounted;
}

const firstName = () => mounted.root.querySelector("article h3")?.textContent;
const chosenTokens = () => {
  const journey = mounted.journey();
  return "chosen" in journey ? journey.chosen : [];
};

describe("choosing", () => {
  test("a card's button chooses and takes out again, and says so", async () => {
    choosing(manyOptions(3));
    await page.getByRole("button", { name: "Choose Citation XLS+" }).click();
    expect(chosenTokens()).toEqual(["token-1"]);
    expect(mounted.said()).toBe("Citation XLS+ chosen. 1 of 10.");
    const pressed = page.getByRole("button", { name: "Chosen Citation XLS+", pressed: true });
    await pressed.click();
    expect(chosenTokens()).toEqual([]);
    expect(mounted.said()).toBe("Citation XLS+ removed. 0 of 10.");
  });

  test("the tray appears with the first, names the choice and leads to the request", async () => {
    choosing(manyOptions(3));
    await expect.element(page.getByRole("button", { name: "Continue" })).not.toBeInTheDocument();
    await page.getByRole("button", { name: "Choose Learjet 60XR" }).click();
    const tray = page.getByRole("region", { name: "Your choice" });
    await expect.poll(() => tray.element().textContent).toMatch(/1 chosen\s*Learjet 60XR/);
    await page.getByRole("button", { name: "Continue" }).click();
    expect(mounted.journey().step).toBe("requesting");
    await expect
      .poll(() => mounted.root.activeElement)
      .toBe(page.getByRole("heading", { name: "Your request" }).element());
  });

  test("the eleventh is not taken; the tray says why", async () => {
    choosing(manyOptions(12));
    await scrolledTo(12);
    for (const button of mounted.root.querySelectorAll<HTMLElement>("[part='choose']")) button.click();
    await expect.element(page.getByText("10 aircraft at most.", { exact: true }).first()).toBeVisible();
    expect(chosenTokens()).toHaveLength(10);
    expect(mounted.said()).toContain("at most");
    expect(mounted.events.filter(({ name }) => name === "liftline-option-selected")).toHaveLength(10);
  });

  test("of 300 options, choosing one draws none of the others anew", async () => {
    const { options, drawn } = watchedOptions(300);
    choosing(options);
    expect(drawn.size).toBe(4);
    const [first, ...others] = [...drawn].slice(0, 3);
    drawn.clear();
    await page.getByRole("button", { name: "Choose Pilatus PC-24" }).first().click();
    await expect.element(page.getByRole("button", { name: "Continue" })).toBeVisible();
    expect(drawn).toContain(first);
    expect(others.filter((token) => drawn.has(token))).toEqual([]);
  });
});

describe("the trip", () => {
  const leg = { from: placeOf("EGGW"), to: placeOf("KTEB"), date: "2026-12-13", time: "11:00" };
  const trip = { ...emptyTrip, legs: [leg] };

  afterEach(() => Reflect.deleteProperty(navigator, "clipboard"));

  test("can be sent to somebody before anything is asked for", async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
    choosing(manyOptions(3), { backend: "https://leads.test" }, trip);
    await page.getByRole("button", { name: "Copy trip link" }).click();
    await expect.poll(() => copied).toEqual(["https://leads.test/t/pk_demo/EGGW-KTEB-20261213-1100-4"]);
    await expect.poll(() => mounted.said()).toBe("Copied");
  });

  test("has no link where the broker offers none", async () => {
    choosing(manyOptions(3), { settings: { features: { ...settings.features, tripLink: false } } }, trip);
    await expect.element(page.getByRole("button", { name: "Change the trip" })).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Copy trip link" })).not.toBeInTheDocument();
  });
});

describe("a long list", () => {
  test("starts with a screenful, and each card that comes draws none of the others", async () => {
    const { options, drawn } = watchedOptions(60);
    choosing(options);
    expect(cards()).toHaveLength(4);
    const first = [...drawn].slice(0, 3);
    drawn.clear();
    await scrolledTo(60);
    expect(drawn.size).toBeGreaterThanOrEqual(60 - 4);
    // Those after them may be drawn once more with their photos.
    expect(first.filter((token) => drawn.has(token))).toEqual([]);
  });

  test("grows by a card at a time: a frame of a slow phone has time for no more", async () => {
    choosing(manyOptions(60));
    const growths: number[] = [];
    const observer = new MutationObserver((changes) => {
      const added = changes.flatMap((each) => [...each.addedNodes]).filter((node) => node instanceof Element);
      growths.push(
        added.flatMap((node) => [node, ...node.children]).filter((node) => node.localName === "article").length,
      );
    });
    observer.observe(mounted.root.querySelector("[role=feed]")!, { childList: true, subtree: true });
    await scrolledTo(60);
    observer.disconnect();
    expect(Math.max(...growths)).toBe(1);
  });

  test("of few options takes no more room than they need", () => {
    choosing(manyOptions(4));
    expect(mounted.root.querySelectorAll("[role=feed] > *")).toHaveLength(2);
  });

  test("begins with a screenful again in another order, however many there were", async () => {
    const { options, drawn } = watchedOptions(300);
    choosing(options);
    await scrolledTo(51);
    scrollTo(0, 0);
    drawn.clear();
    await page.getByRole("combobox", { name: "Sort by" }).selectOptions("Most seats");
    expect(firstName()).toBe("Airbus ACJ319neo");
    expect(drawn.size).toBeLessThanOrEqual(8);
  });

  test("in another order is on the screen before the long one is taken out, which nobody sees any more", async () => {
    choosing(manyOptions(300));
    await scrolledTo(51);
    scrollTo(0, 0);
    const before = mounted.root.querySelector("[role=feed]")!;
    const select = page.getByRole("combobox", { name: "Sort by" }).element() as HTMLSelectElement;
    select.value = "seats";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await expect.poll(firstName).toBe("Airbus ACJ319neo");
    expect(before.isConnected).toBe(true);
    expect(before.getBoundingClientRect().height).toBe(0);
    expect(before.querySelector("button")?.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
    await expect.poll(() => before.isConnected).toBe(false);
  });

  test("asks for the photos that stay in sight, and for none that is only scrolled past", async () => {
    const photos = [{ kind: "EXTERIOR", url: "/photo.webp" }] as const;
    choosing(
      manyOptions(90).map((each) => ({ ...each, photos: [...photos] })),
      { backend: "data:image/webp," },
    );
    const asked = (at: number) => cards()[at]?.querySelector("img, svg[viewBox='0 0 120 48']") != null;
    await expect.poll(() => asked(0)).toBe(true);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      await scrolledTo(90, { pixels: 200, afterFrame: () => vi.advanceTimersByTime(16) });
    } finally {
      vi.useRealTimers();
    }
    const passed = cards().slice(20, 70);
    expect(passed.filter((_, at) => asked(20 + at))).toEqual([]);
    cards()[45]?.scrollIntoView();
    await expect.poll(() => asked(45)).toBe(true);
  });

  test("has nothing that the browser counts through the whole page", () => {
    choosing(manyOptions(4));
    expect(getComputedStyle(mounted.root.querySelector("article summary")!).counterIncrement).toBe("none");
  });

  test("is sorted by what is asked for", async () => {
    choosing(manyOptions(12));
    expect(firstName()).toBe("Pilatus PC-24");
    await page.getByRole("combobox", { name: "Sort by" }).selectOptions("Flight time");
    expect(firstName()).toBe("Gulfstream G650ER");
    await page.getByRole("combobox", { name: "Sort by" }).selectOptions("Most seats");
    expect(firstName()).toBe("Airbus ACJ319neo");
  });

  test("is filtered, counted, and never without a way back", async () => {
    choosing(manyOptions(12));
    await page.getByRole("button", { name: "Light jet 1" }).click();
    await expect.element(page.getByText("1 of 12 options")).toBeVisible();
    await page.getByRole("combobox", { name: "Seats" }).selectOptions("16+ seats");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.element(page.getByText("12 options")).toBeVisible();
  });

  test("has no control that could change nothing", async () => {
    choosing([option(), option({ token: "other" })]);
    await expect.element(page.getByRole("combobox", { name: "Sort by" })).toBeVisible();
    expect(page.getByRole("group", { name: "Filter" }).query()).toBeNull();
  });
});

describe("a card", () => {
  test("R18: says in words that its price is an estimate", async () => {
    choosing([option()]);
    await expect.element(page.getByText("€71,500")).toBeVisible();
    await expect.element(page.getByText("Estimate, whole trip")).toBeVisible();
  });

  test("says that a hidden price is given on request, and offers no sorting by it", async () => {
    choosing([option({ price: null })]);
    await expect.element(page.getByText("Price on request")).toBeVisible();
    expect(mounted.root.querySelector('option[value="price"]')).toBeNull();
  });

  test("of a group says how many aircraft and which range of prices", async () => {
    const price = { amount: 71_500, amountTo: 92_500, currency: "EUR", basis: "estimate" } as const;
    choosing([option({ kind: "category", type: null, aircraft: null, aircraftCount: 12, price })]);
    await expect.element(page.getByRole("heading", { name: "Heavy jet" })).toBeVisible();
    await expect.element(page.getByText("12 aircraft")).toBeVisible();
    await expect.element(page.getByText("€71,500 – €92,500")).toBeVisible();
  });

  test("tells local times as they stand, the day change and the clock change", async () => {
    choosing([option({ legs: [westbound, redEye, onward] })]);
    await page.getByText(/^Details/).click();
    const details = mounted.root.querySelector("article details");
    await expect.poll(() => details?.textContent).toContain("20:30");
    expect(details?.querySelector(".strip-days")?.textContent).toBe("+1");
    await expect.element(page.getByRole("img", { name: /arrives London at 08:05 Fri 18 Dec/ })).toBeVisible();
    expect(details?.textContent).toContain("New York is 5 hours behind");
    expect(details?.textContent).toContain("Dubai is 4 hours ahead");
  });

  test("whose photo does not come shows a drawing in the same frame", async () => {
    choosing([option({ photos: [{ kind: "EXTERIOR", url: "/nowhere.webp" }] })], { backend: "data:image/webp," });
    const frame = mounted.root.querySelector<HTMLElement>("article .photo");
    const before = frame?.offsetHeight;
    await expect.poll(() => frame?.querySelector("svg")).not.toBeNull();
    expect(frame?.querySelector("img")).toBeNull();
    expect(frame?.offsetHeight).toBe(before);
  });

  test("R9: shows hostile words as words", async () => {
    const hostile = `<img src=x onerror="document.title='owned'">"'&\n😀`;
    const aircraft = {
      ...option().aircraft!,
      amenities: [hostile],
      safetyRatings: [{ standard: hostile, level: hostile }],
    };
    const place = { ...westbound.from, city: hostile, name: hostile, code: "<b>" };
    choosing([option({ type: hostile, category: hostile, aircraft, legs: [{ ...westbound, from: place }] })]);
    await page.getByText(/^Details/).click();
    await expect.poll(() => mounted.root.querySelector("dl")).not.toBeNull();
    expect(mounted.root.querySelectorAll("img, article b b")).toHaveLength(0);
    expect(mounted.root.querySelector("h3")?.textContent).toBe(hostile);
    expect(document.title).not.toBe("owned");
  });
});

describe("for everybody", () => {
  test.each(["en-GB", "ar"])("axe finds nothing wrong, in %s", async (language) => {
    choosing(manyOptions(12), { language });
    mounted.root.querySelector<HTMLElement>("[part='choose']")?.click();
    mounted.root.querySelector<HTMLDetailsElement>("article details")!.open = true;
    await expect.poll(() => mounted.root.querySelector("dl")).not.toBeNull();
    expect(await faultsFoundByAxe(mounted.root)).toEqual([]);
  });

  test("everything can be reached and pressed by keyboard", async () => {
    choosing([option()]);
    mounted.root.querySelector<HTMLElement>("[part='choose']")?.focus();
    await userEvent.keyboard(" ");
    expect(chosenTokens()).toHaveLength(1);
    await userEvent.tab();
    expect(mounted.root.activeElement?.tagName).toBe("SUMMARY");
    // Before the list, which grows while the focus walks through it.
    const back = Array.from(mounted.root.querySelectorAll("select, button, summary, [tabindex]")).length;
    for (let left = back; mounted.root.activeElement?.textContent !== "Continue" && left > 0; left--)
      await userEvent.tab({ shift: true });
    expect(mounted.root.activeElement?.textContent).toBe("Continue");
  });

  test("nothing is wider than a small phone", async () => {
    await page.viewport(320, 700);
    choosing(manyOptions(12).map((each) => ({ ...each, legs: [westbound, redEye] })));
    expect(document.documentElement.scrollWidth).toBe(320);
    await page.viewport(414, 896);
  });
});

function cards(): Element[] {
  return Array.from(mounted.root.querySelectorAll("article"));
}

/** Scrolls, by so many pixels a frame, until that many cards are there and the page is at its end. */
async function scrolledTo(count: number, { pixels = 1000, afterFrame = () => {} } = {}): Promise<void> {
  for (let before = -1; cards().length < count || scrollY > before;) {
    before = scrollY;
    scrollBy(0, pixels);
    await new Promise(requestAnimationFrame);
    afterFrame();
  }
}

/** Options that note when a card looks for their photos, which it does each time it is drawn. */
function watchedOptions(count: number): { options: Option[]; drawn: Set<string> } {
  const drawn = new Set<string>();
  const options = manyOptions(count).map((each) =>
    Object.defineProperty({ ...each }, "photos", {
      get() {
        drawn.add(each.token);
        return [];
      },
    }),
  );
  return { options, drawn };
}
