import type { Option } from "@liftline/schema";
import { afterEach, describe, expect, test } from "vitest";
import { cdp, page, userEvent } from "vitest/browser";
import { settings } from "../../test/canned-answers.ts";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { manyOptions, option } from "../../test/fixtures/options.ts";
import { mountBooking, type BookingStage, type MountedBooking } from "../../test/mount-booking.tsx";
import { emptyTrip } from "../searches/trip.ts";

let mounted: MountedBooking;
afterEach(() => mounted.unmount());

/** With these chosen, by their tokens. */
function choosing(options: readonly Option[], chosen: string[], stage: Partial<BookingStage> = {}): ShadowRoot {
  const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options: [...options] };
  mounted = mountBooking({ journey: { step: "choosing", trip: emptyTrip, answer, chosen }, ...stage });
  return mounted.root;
}

const button = (name: string) => page.getByRole("button", { name, exact: true });
const focused = () => mounted.root.activeElement?.textContent;

/** The table as a visitor reads it, row by row. */
const table = () =>
  Array.from(mounted.root.querySelectorAll("dialog tr"), (row) =>
    Array.from(row.children, (cell) => cell.textContent),
  ).filter((row) => row.join("") !== "");

async function compare(): Promise<void> {
  await button("Compare").click();
  await expect.element(page.getByRole("dialog", { name: "Compare" })).toBeVisible();
}

describe("a comparison", () => {
  test("is offered from two on", async () => {
    choosing(manyOptions(3), ["token-0"]);
    await expect.element(button("Compare")).not.toBeInTheDocument();
    await button("Choose Learjet 60XR").click();
    await expect.element(button("Compare")).toBeVisible();
  });

  test("is not offered where the broker does without", async () => {
    const features = { ...settings.features, comparison: false };
    choosing(manyOptions(3), ["token-0", "token-1"], { settings: { features } });
    await expect.element(button("Continue")).toBeVisible();
    await expect.element(button("Compare")).not.toBeInTheDocument();
  });

  test("shows the first four in the order of choice, says of how many, and what is known of them", async () => {
    choosing(manyOptions(12), ["token-5", "token-0", "token-11", "token-3", "token-7"]);
    await compare();
    await expect.element(page.getByRole("dialog").getByRole("status")).toHaveTextContent("4 of 5 options");
    expect(table()).toEqual([
      ["", "Falcon 2000LXS", "Pilatus PC-24", "Airbus ACJ319neo", "Challenger 350"],
      ["Aircraft category", "Heavy jet", "Light jet", "VIP airliner", "Super midsize jet"],
      ["Price", ...["€71,500", "€48,200", "€236,000", "€63,800"].map((price) => `${price}Estimate, whole trip`)],
      ["Seats", "10 seats", "8 seats", "19 seats", "10 seats"],
      [
        "Flight time",
        "7 h 40 · No fuel stops",
        "11 h 05 · 2 fuel stops",
        "7 h 50 · No fuel stops",
        "8 h 50 · 1 fuel stop",
      ],
      ["Built", ...Array<string>(4).fill("2008")],
      ["Range", ...Array<string>(4).fill("3,350 NM")],
      ["Cruising speed", ...Array<string>(4).fill("470 kt")],
      ["Safety rating", ...Array<string>(4).fill("ARGUS Gold")],
      ["On board", ...Array<string>(4).fill("Lavatory, Wi-Fi, Satellite phone")],
    ]);
  });

  test("is a table: each name heads its column, each fact its row", async () => {
    choosing(manyOptions(12), ["token-5", "token-0"]);
    await compare();
    await expect.element(page.getByRole("columnheader", { name: "Falcon 2000LXS" })).toBeVisible();
    await expect.element(page.getByRole("rowheader", { name: "Seats" })).toBeVisible();
    const scopes = Array.from(mounted.root.querySelectorAll("dialog th"), (cell) => cell.getAttribute("scope"));
    expect(scopes).toEqual(["col", "col", ...Array<string>(9).fill("row")]);
  });

  test("leaves out what is known of none, and marks what is missing of one", async () => {
    const unknown = { ...option().aircraft!, yearOfMake: null, rangeNm: null, amenities: [] };
    choosing(
      [
        option({ token: "a", price: null, aircraft: { ...unknown, yearOfMake: 2015 } }),
        option({ token: "b", price: null, aircraft: unknown }),
      ],
      ["a", "b"],
    );
    await compare();
    const rows = table();
    expect(rows.map(([term]) => term)).toEqual([
      ...["", "Aircraft category", "Seats", "Flight time", "Built", "Cruising speed", "Safety rating"],
    ]);
    expect(rows[4]).toEqual(["Built", "2015", "–"]);
    const quiet = Array.from(mounted.root.querySelectorAll("dialog .quiet th"), (term) => term.textContent);
    expect(quiet).toContain("Seats");
    expect(quiet).not.toContain("Built");
    // Two of one type are as much the columns' names as two of two.
    expect(mounted.root.querySelectorAll("dialog .quiet [scope=col]")).toHaveLength(0);
  });

  test("of groups tells ranges and how large they may be", async () => {
    const price = { amount: 60_000, amountTo: 75_000, currency: "EUR", basis: "estimate" } as const;
    const group = { kind: "type", aircraftCount: 5, aircraft: null, price } as const;
    choosing([option({ ...group, token: "a" }), option({ ...group, token: "b" })], ["a", "b"]);
    await compare();
    expect(table()).toContainEqual(["Seats", "up to 10 seats", "up to 10 seats"]);
    expect(table()[2]?.[1]).toBe("€60,000 – €75,000Estimate, whole trip");
    expect(table()).toHaveLength(5);
  });

  test("draws no card anew", async () => {
    const drawn: string[] = [];
    const options = manyOptions(3).map((each) =>
      Object.defineProperty({ ...each }, "maxPassengers", { get: () => drawn.push(each.token) && 8 }),
    );
    choosing(options, ["token-0", "token-1"]);
    await expect.element(button("Compare")).toBeVisible();
    drawn.length = 0;
    await compare();
    expect(new Set(drawn)).toEqual(new Set(["token-0", "token-1"]));
  });
});

describe("taking one out", () => {
  test("leaves the others side by side, says how many, and the next moves up", async () => {
    choosing(manyOptions(12), ["token-0", "token-1", "token-2", "token-3", "token-4"]);
    await compare();
    await button("Remove Citation XLS+").click();
    await expect.poll(() => table()[0]?.join()).toBe(",Pilatus PC-24,Learjet 60XR,Challenger 350,Praetor 600");
    await expect.element(page.getByRole("dialog").getByRole("status")).toHaveTextContent("4 options");
    expect(focused()).toBe("Close");
    expect(mounted.journey()).toMatchObject({ chosen: ["token-0", "token-2", "token-3", "token-4"] });
  });

  test("of the last two ends it, on the way on", async () => {
    choosing(manyOptions(12), ["token-0", "token-1"]);
    await compare();
    await button("Remove Pilatus PC-24").click();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await expect.poll(focused).toBe("Continue");
    // It does not come back by itself.
    await button("Choose Learjet 60XR").click();
    await expect.element(button("Compare")).toBeVisible();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });
});

describe("closing", () => {
  test.each([
    ["by the button", () => button("Close").click()],
    ["by Escape", () => userEvent.keyboard("{Escape}")],
  ])("%s goes back to where it was opened", async (_, close) => {
    choosing(manyOptions(12), ["token-0", "token-1"]);
    await compare();
    expect(focused()).toBe("Close");
    await close();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await expect.poll(focused).toBe("Compare");
    await compare();
  });
});

describe("for everybody", () => {
  test.each(["en-GB", "ar"])("axe finds nothing wrong, in %s", async (language) => {
    const root = choosing(manyOptions(12), ["token-0", "token-1", "token-2"], { language });
    root.querySelector<HTMLElement>(".tray .plain")?.click();
    await expect.poll(() => root.querySelector("dialog[open]")).not.toBeNull();
    expect(await faultsFoundByAxe(root)).toEqual([]);
  });

  test.each(["ltr", "rtl"])("on a small phone it moves sideways in itself, its terms stay (%s)", async (direction) => {
    await page.viewport(360, 700);
    const language = direction === "rtl" ? "ar" : "en-GB";
    const root = choosing(manyOptions(12), ["token-0", "token-1", "token-2", "token-3"], { language });
    root.querySelector<HTMLElement>(".tray .plain")?.click();
    await expect.poll(() => root.querySelector("dialog[open]")).not.toBeNull();
    const dialog = root.querySelector("dialog")!;
    const term = root.querySelector("dialog th[scope=row]")!;
    const before = term.getBoundingClientRect().left;
    dialog.scrollLeft = direction === "rtl" ? -200 : 200;
    expect(Math.abs(dialog.scrollLeft)).toBe(200);
    expect(term.getBoundingClientRect().left).toBe(before);
    // An edge shows what moves under it.
    expect(getComputedStyle(term).borderInlineEndStyle).toBe("solid");
    expect(document.documentElement.scrollWidth).toBe(360);
    await page.viewport(414, 896);
  });

  test("is printed alone", async () => {
    const root = choosing(manyOptions(12), ["token-0", "token-1"]);
    await compare();
    await cdp().send("Emulation.setEmulatedMedia", { media: "print" });
    const seen = Array.from(root.querySelectorAll(".screen > *, button")).filter((each) => each.checkVisibility());
    await cdp().send("Emulation.setEmulatedMedia", { media: "" });
    expect(seen).toEqual([root.querySelector("dialog")]);
  });

  test("R9: shows hostile words as words", async () => {
    const hostile = `<img src=x onerror="document.title='owned'">"'&\n😀`;
    const aircraft = { ...option().aircraft!, amenities: [hostile], safetyRatings: [{ standard: hostile, level: "" }] };
    const same = { type: hostile, category: hostile, aircraft };
    choosing([option({ token: "a", ...same }), option({ token: "b", ...same })], ["a", "b"]);
    await compare();
    expect(mounted.root.querySelectorAll("dialog img")).toHaveLength(0);
    expect(table()[0]).toEqual(["", hostile, hostile]);
    expect(document.title).not.toBe("owned");
  });
});
