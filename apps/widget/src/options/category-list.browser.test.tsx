import type { Option } from "@liftline/schema";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { settings } from "../../test/canned-answers.ts";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { manyOptions, option } from "../../test/fixtures/options.ts";
import { mountBooking, type BookingStage, type MountedBooking } from "../../test/mount-booking.tsx";
import { emptyTrip } from "../searches/trip.ts";

let mounted: MountedBooking;
afterEach(() => mounted.unmount());

const step = { categoryStep: true };

function choosing(options: readonly Option[], stage: Partial<BookingStage> = { settings: step }): ShadowRoot {
  const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options: [...options] };
  mounted = mountBooking({ journey: { step: "choosing", trip: emptyTrip, answer, chosen: [] }, ...stage });
  return mounted.root;
}

const heading = (name: string) => page.getByRole("heading", { name, level: 2 });
const button = (name: string) => page.getByRole("button", { name });
const cards = (root: ShadowRoot) => Array.from(root.querySelectorAll("article h3"), (name) => name.textContent);

describe("where a category is chosen first", () => {
  test("each is offered with its number of options and its lowest price, the cheapest first", async () => {
    const root = choosing(manyOptions(24));
    await expect.element(heading("Choose a category")).toBeVisible();
    const offered = Array.from(root.querySelectorAll(".categories li"), ({ textContent }) => textContent);
    expect(offered[0]).toBe("Light jet2 optionsfrom €48,200Estimate, whole tripChoose");
    await expect.element(page.getByRole("button", { name: "Choose Light jet" })).toBeVisible();
    expect(offered[3]).toContain("Heavy jet6 optionsfrom €71,500");
    expect(offered).toHaveLength(6);
    expect(cards(root)).toEqual([]);
    await expect.element(page.getByRole("combobox", { name: "Sort by" })).not.toBeInTheDocument();
  });

  test("the broker may say something of it", async () => {
    const root = choosing(manyOptions(24), {
      settings: { ...step, categoryTexts: { "Heavy jet": "Room to <b>stand</b>." } },
    });
    await expect.element(page.getByText("Room to <b>stand</b>.")).toBeVisible();
    expect(root.querySelectorAll(".categories b:not(.price-amount)")).toHaveLength(0);
  });

  test("its options follow, under its name, and the way back", async () => {
    const root = choosing(manyOptions(24));
    await button("Choose Heavy jet").click();
    await expect.element(heading("Heavy jet")).toBeVisible();
    // The list grows as one comes to its end.
    await expect
      .poll(() => (scrollTo(0, document.body.scrollHeight), new Set(cards(root))))
      .toEqual(new Set(["Falcon 2000LXS", "Gulfstream G450", "Challenger 650"]));
    await expect.element(page.getByText("6 options")).toBeVisible();
    await expect.element(button("Light jet 2")).not.toBeInTheDocument();
    await button("All categories").click();
    await expect.element(heading("Choose a category")).toBeVisible();
  });

  test("the focus follows to the heading and back", async () => {
    const root = backFromRequest();
    await button("Choose Heavy jet").click();
    await expect.poll(() => root.activeElement?.textContent).toBe("Heavy jet");
    await button("All categories").click();
    await expect.poll(() => root.activeElement?.textContent).toBe("Choose a category");
  });

  test("what was chosen stays chosen, whichever category is looked at", async () => {
    choosing(manyOptions(12));
    await button("Choose Light jet").click();
    await button("Choose Pilatus PC-24").click();
    await button("All categories").click();
    await expect.element(page.getByText("1 chosen")).toBeVisible();
    await button("Choose VIP airliner").click();
    await button("Choose Airbus ACJ319neo").click();
    await button("All categories").click();
    await button("Choose Light jet").click();
    await expect.element(button("Chosen Pilatus PC-24")).toBeVisible();
    expect(mounted.journey()).toMatchObject({ chosen: ["token-0", "token-11"] });
  });

  test("filters are about that category, and clearing them stays in it", async () => {
    const root = choosing(manyOptions(24));
    await button("Choose Heavy jet").click();
    const seats = page.getByRole("combobox", { name: "Seats" });
    expect(Array.from(root.querySelectorAll(".chips option"), (each) => each.getAttribute("value"))).toEqual([
      "0",
      "12",
      "14",
    ]);
    await seats.selectOptions("14+ seats");
    await expect.element(page.getByText("2 of 6 options")).toBeVisible();
    await button("All categories").click();
    await button("Choose Light jet").click();
    await expect.element(page.getByText("2 options")).toBeVisible();
  });

  test("no card is drawn before a category is chosen", async () => {
    const drawn = new Set<string>();
    const options = manyOptions(300).map((each) =>
      Object.defineProperty({ ...each }, "photos", { get: () => drawn.add(each.token) && [] }),
    );
    choosing(options);
    await expect.element(heading("Choose a category")).toBeVisible();
    // Those whose photo stands for a category.
    expect(drawn.size).toBe(6);
  });

  test("a hidden price stays hidden, and of a range the lower end is said", async () => {
    const price = { amount: 60_000, amountTo: 75_000, currency: "EUR", basis: "estimate" } as const;
    const root = choosing([
      option({ price: null }),
      option({ token: "b", price: null }),
      option({ token: "c", category: "Light jet", price }),
    ]);
    await expect.element(page.getByText("from €60,000")).toBeVisible();
    expect(root.querySelectorAll(".categories li")[1]?.textContent).toContain("Heavy jet2 optionsPrice on request");
  });
});

describe("there is no such step", () => {
  const group = (category: string) => option({ kind: "category", type: null, category, token: category });

  test.each([
    ["where each option is a category", [group("Light jet"), group("Heavy jet")], step],
    ["where all are of one category", [option(), option({ token: "b" })], step],
    ["where the broker did not ask for it", manyOptions(4), { categoryStep: false }],
  ])("%s", async (_, options, changes) => {
    const root = choosing(options, { settings: changes });
    await expect.element(heading("Aircraft for your trip")).toBeVisible();
    expect(cards(root)).toHaveLength(options.length);
    await expect.element(button("All categories")).not.toBeInTheDocument();
  });
});

describe("for everybody", () => {
  test.each(["en-GB", "ar"])("axe finds nothing wrong with the categories, nor with one, in %s", async (language) => {
    const root = choosing(manyOptions(24), { settings: step, language });
    await expect.poll(() => root.querySelector(".categories")).not.toBeNull();
    expect(await faultsFoundByAxe(root)).toEqual([]);
    root.querySelector<HTMLElement>(".categories button")?.click();
    await expect.poll(() => root.querySelector("article")).not.toBeNull();
    expect(await faultsFoundByAxe(root)).toEqual([]);
  });

  test("no category is wider than a small phone", async () => {
    await page.viewport(320, 700);
    choosing(manyOptions(24));
    expect(document.documentElement.scrollWidth).toBe(320);
    await page.viewport(414, 896);
  });
});

describe("a broker may do without", () => {
  test("filters and sorting: the number of options stays", async () => {
    const features = { ...settings.features, filters: false };
    const root = choosing(manyOptions(12), { settings: { features } });
    await expect.element(page.getByText("12 options")).toBeVisible();
    expect(root.querySelectorAll(".chip")).toHaveLength(0);
    await expect.element(page.getByRole("combobox", { name: "Sort by" })).not.toBeInTheDocument();
    expect(cards(root)[0]).toBe("Pilatus PC-24");
  });

  test("filters, and yet lead through categories", async () => {
    const features = { ...settings.features, filters: false };
    choosing(manyOptions(12), { settings: { ...step, features } });
    await button("Choose Heavy jet").click();
    await button("All categories").click();
    await expect.element(heading("Choose a category")).toBeVisible();
  });
});

test("how flights are kept safe is the broker's to say, line by line", async () => {
  const text = "Audited every year.\n<b>Two</b> pilots, always.";
  const root = choosing(manyOptions(2), { settings: { safety: { minimums: [], text } } });
  await page.getByText("Flight safety").click();
  const answer = root.querySelector<HTMLElement>(".explain[open] p");
  expect(answer?.innerText).toBe(text);
  expect(answer?.children).toHaveLength(0);
});

/** The visitor comes from another screen, so that headings may take the focus. */
function backFromRequest(): ShadowRoot {
  const options = manyOptions(24);
  const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options };
  const chosen = ["token-0"];
  const sent = { sending: false, failure: null };
  mounted = mountBooking({
    journey: { step: "requesting", trip: emptyTrip, answer, chosen, ...sent },
    settings: step,
  });
  mounted.root.querySelector<HTMLElement>("[part~='back']")?.click();
  return mounted.root;
}
