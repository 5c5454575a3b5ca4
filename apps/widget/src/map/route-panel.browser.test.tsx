import type { Option } from "@liftline/schema";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { settings } from "../../test/canned-answers.ts";
import { faultsFoundByAxe } from "../../test/check-accessibility.ts";
import { manyOptions } from "../../test/fixtures/options.ts";
import { legsOf, routes } from "../../test/fixtures/routes.ts";
import { mountBooking, type BookingStage, type MountedBooking } from "../../test/mount-booking.tsx";
import { emptyTrip } from "../searches/trip.ts";

let mounted: MountedBooking;
afterEach(() => mounted.unmount());

const opener = page.getByText("Route map", { exact: true });

describe("the route map", () => {
  test("is opened by its name and says the route to who does not see it", async () => {
    show("EGGW KTEB EGGW");
    expect(mounted.root.querySelector("[part=map]")).toBeNull();
    await opener.click();
    const map = page.getByRole("img", { name: "Route map: London – New York and New York – London" });
    await expect.element(map).toBeVisible();
    expect(codes()).toEqual(["EGGW", "KTEB"]);
    expect(await faultsFoundByAxe(mounted.root)).toEqual([]);
  });

  test.each(Object.entries(routes))(
    "%s: every code is inside the map and on no other, in the page's own font",
    async (_, route) => {
      show(route, {}, 320);
      await opener.click();
      await expect.poll(() => codes()).toEqual([...new Set(route.split(" "))]);
      const frame = boxOf(mounted.root.querySelector("[part=map]"));
      const boxes = [...mounted.root.querySelectorAll("[part=map] text")].map(boxOf);
      for (const [index, box] of boxes.entries()) {
        expect(Math.min(box.left - frame.left, frame.right - box.right)).toBeGreaterThan(0);
        expect(Math.min(box.top - frame.top, frame.bottom - box.bottom)).toBeGreaterThan(0);
        for (const other of boxes.slice(index + 1)) expect(meet(box, other)).toBe(false);
      }
    },
  );

  test("leaves out a leg with an airport that nobody can place; with no other leg it is not offered", async () => {
    show("LFMN LSGG ZZZZ");
    await opener.click();
    await expect.poll(() => codes()).toEqual(["LFMN", "LSGG"]);
    mounted.unmount();
    show("LFMN ZZZZ");
    await expect.element(page.getByRole("heading", { name: "Aircraft for your trip" })).toBeVisible();
    expect(opener.elements()).toEqual([]);
  });

  test("is not offered where the broker has switched it off", async () => {
    show("LFMN LSGG", { settings: { features: { ...settings.features, map: false } } });
    await expect.element(page.getByRole("heading", { name: "Aircraft for your trip" })).toBeVisible();
    expect(opener.elements()).toEqual([]);
  });

  test("lies as the earth does in a language from right to left", async () => {
    show("EGGW KTEB", { language: "ar" });
    mounted.root.querySelector("summary")?.click();
    await expect.poll(() => codes()).toHaveLength(2);
    const [london, newYork] = [...mounted.root.querySelectorAll("circle")].map(boxOf);
    expect(newYork?.left).toBeLessThan(london?.left ?? 0);
  });
});

function show(route: string, stage: Partial<BookingStage> = {}, width = 700): void {
  const options: Option[] = manyOptions(2).map((option) => ({ ...option, legs: legsOf(route) }));
  const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options };
  mounted = mountBooking({ journey: { step: "choosing", trip: emptyTrip, answer, chosen: [] }, ...stage });
  mounted.host.style.width = `${width}px`;
}

function codes(): (string | null)[] {
  return [...mounted.root.querySelectorAll("[part=map] text")].map(({ textContent }) => textContent);
}

function boxOf(element: Element | null): DOMRect {
  if (!element) throw new Error("nothing is drawn");
  return element.getBoundingClientRect();
}

function meet(a: DOMRect, b: DOMRect): boolean {
  // Lines of text stand in boxes higher than their capitals.
  return a.left < b.right && a.right > b.left && a.top + 2 < b.bottom - 2 && a.bottom - 2 > b.top + 2;
}
