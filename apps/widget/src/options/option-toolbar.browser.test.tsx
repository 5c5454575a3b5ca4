import type { Option } from "@liftline/schema";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { manyOptions } from "../../test/fixtures/options.ts";
import { mountBooking, type BookingStage, type MountedBooking } from "../../test/mount-booking.tsx";
import { emptyTrip } from "../searches/trip.ts";

let mounted: MountedBooking;
afterEach(() => mounted.unmount());

function choosing(options: readonly Option[], stage: Partial<BookingStage> = {}): MountedBooking {
  const answer = { search: "sealed", expiresAt: "2026-12-01T10:30:00Z", currency: "EUR", options: [...options] };
  mounted = mountBooking({ journey: { step: "choosing", trip: emptyTrip, answer, chosen: [] }, ...stage });
  return mounted;
}

const currency = page.getByRole("combobox", { name: "Currency" });

test("another currency is another search of the same trip", async () => {
  choosing(manyOptions(3));
  await expect.element(currency).toHaveValue("EUR");
  await currency.selectOptions("USD");
  expect(mounted.journey()).toEqual({ step: "waiting", trip: { ...emptyTrip, currency: "USD" } });
});

test("by keyboard a currency is looked for in the open list: no step on the way to it is a search", async () => {
  const { journey } = choosing(manyOptions(3));
  const select = currency.element() as HTMLSelectElement;
  select.focus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.poll(() => select.matches(":open")).toBe(true);
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(journey().step).toBe("choosing");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => journey().step).toBe("waiting");
});

test("with Alt, an arrow on the list of currencies stays the browser's", async () => {
  choosing(manyOptions(3));
  await expect.element(currency).toBeVisible();
  await userEvent.click(page.getByText("3 options"));
  const key = { key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true };
  const select = currency.element();
  expect(select.dispatchEvent(new KeyboardEvent("keydown", key))).toBe(true);
  expect(select.matches(":open")).toBe(false);
});

test("the currency stays as it is as long as something is chosen: a new search would lose the choice", async () => {
  choosing(manyOptions(3));
  const choose = page.getByRole("button", { name: /Citation XLS\+$/ });
  await choose.click();
  await expect.element(currency).toBeDisabled();
  await choose.click();
  await expect.element(currency).toBeEnabled();
});

test("one currency, or no price at all, is nothing to choose from", async () => {
  choosing(manyOptions(3), { settings: { currency: { default: "EUR", offered: ["EUR"] } } });
  await expect.element(page.getByText("3 options")).toBeVisible();
  await expect.element(currency).not.toBeInTheDocument();
  mounted.unmount();
  choosing(manyOptions(3).map((each) => ({ ...each, price: null })));
  await expect.element(page.getByText("3 options")).toBeVisible();
  await expect.element(currency).not.toBeInTheDocument();
});

test("beside a category stands how many of it the other filters leave", async () => {
  choosing(manyOptions(12));
  const heavy = page.getByRole("button", { name: /^Heavy jet \d/ });
  const before = manyOptions(12).filter(({ category }) => category === "Heavy jet");
  await expect.element(heavy).toHaveTextContent(`Heavy jet ${before.length}`);
  await page.getByRole("combobox", { name: "Seats" }).selectOptions("14");
  const after = before.filter(({ maxPassengers }) => maxPassengers >= 14);
  expect(after.length).toBeLessThan(before.length);
  await expect.element(heavy).toHaveTextContent(`Heavy jet ${after.length}`);
});

test("one option alone has no order", async () => {
  choosing(manyOptions(2));
  const order = page.getByRole("combobox", { name: "Sort by" });
  await expect.element(order).toBeVisible();
  mounted.unmount();
  choosing(manyOptions(1));
  await expect.element(page.getByText("1 option")).toBeVisible();
  await expect.element(order).not.toBeInTheDocument();
});
