import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { mountBooking, type MountedBooking } from "../../test/mount-booking.tsx";
import { emptyTrip } from "../searches/trip.ts";

let mounted: MountedBooking;
afterEach(() => mounted.unmount());

test("the broker's own phone and mail take the place of what the page put between the tags", async () => {
  mounted = mountBooking({ journey: { step: "empty", trip: emptyTrip } });
  await expect.element(page.getByRole("link", { name: /^Call/ })).toBeVisible();
  expect(mounted.root.querySelector("slot")).toBeNull();
});

test("a broker with neither has what the page put between the tags: there is always a way on", () => {
  mounted = mountBooking({
    journey: { step: "empty", trip: emptyTrip },
    settings: { contact: { phone: null, email: null } },
  });
  expect(mounted.root.querySelector("slot")).not.toBeNull();
});
