import { calendarPath } from "@liftline/api-client";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createDayFormat } from "../src/format/day.ts";
import { readLocal } from "../src/format/local-time.ts";
import { addDays, today } from "../src/format/plain-date.ts";
import { checkTrip } from "../src/searches/check-trip.ts";
import { prefillTrip } from "../src/searches/prefill-trip.ts";
import { toSearchRequest } from "../src/searches/to-search-request.ts";
import { keepTrip, readTrip } from "../src/searches/trip-draft.ts";
import { searchAnswer } from "./canned-answers.ts";
import { changes, dayIn, instantsAround, lastMinuteOf, zones } from "./changes-of-the-clock.ts";
import { playPages, type PlayedPages } from "./played-page.ts";

const home = process.env["TZ"];
const edges = zones.flatMap((zone) => changes[zone].map((day) => ({ zone, day })));

describe("no date moves in the visitor's zone, where the clocks change:", () => {
  afterEach(() => {
    process.env["TZ"] = home;
  });

  test.each(edges)("$zone, $day: today and tomorrow, at any minute around it", ({ zone, day }) => {
    process.env["TZ"] = zone;
    const instants = instantsAround(day, 10);
    const days = instants.map((instant) => dayIn(zone, instant));
    expect(new Set(days).size).toBeGreaterThanOrEqual(3);
    expect(instants.map((instant) => today(new Date(instant)))).toEqual(days);
    for (const each of new Set(days)) {
      const next = days.find((other) => other > each);
      if (next) expect(addDays(each, 1)).toBe(next);
    }
  });

  test.each(edges)("$zone, $day: from the form to the wire and back from the tab's memory", ({ zone, day }) => {
    process.env["TZ"] = zone;
    const prefill = {
      ...{
        from: "EGGW",
        to: "KTEB",
        date: day,
        returnDate: addDays(day, 1),
        passengers: 4,
        currency: null,
        trip: null,
      },
    };
    const trip = prefillTrip(prefill);
    const memory = new Map<string, string>();
    const storage = {
      read: (name: string): unknown => JSON.parse(memory.get(name) ?? "null"),
      write: (name: string, value: unknown) => void memory.set(name, JSON.stringify(value)),
    };
    keepTrip(storage, prefill, trip);
    const days = toSearchRequest(readTrip(storage, prefill), "en-GB").legs.map(({ date }) => date);
    expect(days).toEqual([day, addDays(day, 1)]);
    expect(checkTrip(trip, day)).toEqual([]);
    expect(checkTrip(trip, addDays(day, 1))).toMatchObject([{ leg: 0, field: "date" }]);
    expect(createDayFormat("en-GB")(day)).toMatch(new RegExp(`^Sun ${Number(day.slice(8))} `));
  });

  test.each(edges)("$zone, $day: an airport's hours are its own, and a calendar file's are UTC", ({ zone, day }) => {
    process.env["TZ"] = zone;
    const [leg] = searchAnswer.options[0]?.legs ?? [];
    if (!leg) throw new Error("no leg");
    const departsAt = { utc: `${day}T01:30:00Z`, local: `${day}T02:30:00+01:00` };
    const arrivesAt = { utc: `${day}T23:45:00Z`, local: `${addDays(day, 1)}T00:45:00+01:00` };
    expect([readLocal(departsAt.local), readLocal(arrivesAt.local)]).toMatchObject([
      { date: day, time: "02:30" },
      { date: addDays(day, 1), time: "00:45" },
    ]);
    const digits = day.replaceAll("-", "");
    const path = { embedKey: "pk_demo", reference: "LL-7K3F9Q" };
    expect(calendarPath({ ...path, legs: [{ ...leg, departsAt, arrivesAt }] })).toContain(
      `-${digits}T013000Z-${digits}T234500Z.ics`,
    );
    expect(calendarPath({ ...path, legs: [{ ...leg, departsAt, arrivesAt, timeToBeDecided: true }] })).toContain(
      `-${digits}.ics`,
    );
  });
});

describe.concurrent("no date moves in a browser that is set to the zone, minutes before the day on which the clocks change:", () => {
  let pages: PlayedPages;
  beforeAll(async () => {
    pages = await playPages();
  }, 120_000);
  afterAll(() => pages?.close());

  // One of the two for each zone: what differs between them is shown above at every minute.
  const some = zones.map((zone, index) => ({ zone, day: changes[zone][index % 2 === 0 ? 0 : 1] }));

  test.each(some)("$zone, $day", { timeout: 180_000 }, async ({ zone, day }) => {
    const eve = addDays(day, -1);
    const lastMinute = lastMinuteOf(zone, eve);
    const { page, sent } = await pages.open({ timezoneId: zone, now: new Date(lastMinute).toISOString() });
    const dates = page.locator("input[type=date]");
    const button = (name: string) => page.getByRole("button", { name });
    await page.getByRole("combobox", { name: "From" }).fill("EGGW");
    await page.getByRole("option", { name: /Luton/ }).click();
    await page.getByRole("combobox", { name: "To" }).fill("KTEB");
    await page.getByRole("option", { name: /Teterboro/ }).click();
    await button("Today").click();
    expect(await dates.first().inputValue()).toBe(eve);
    await button("Tomorrow").click();
    expect(await dates.first().inputValue()).toBe(day);

    // The night passes while the form is open: what was chosen stays, what comes next is another day.
    await page.clock.setFixedTime(lastMinute + 60_000);
    await page.getByRole("radiogroup", { name: "Trip" }).getByText("Return", { exact: true }).click();
    await page.getByLabel("Return", { exact: true }).and(dates).fill(addDays(day, 1));
    await vi.waitFor(async () => expect(await button("Today").getAttribute("aria-pressed")).toBe("true"), {
      timeout: 60_000,
    });
    await page.reload();
    await dates.nth(1).waitFor();
    expect(await dates.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))).toEqual([
      day,
      addDays(day, 1),
    ]);

    await button("Search aircraft").click();
    const card = page.getByRole("article").first();
    await card
      .getByRole("img", { name: /^Leaves London at 11:00/ })
      .first()
      .waitFor();
    expect(sent("/searches")).toMatchObject([
      {
        legs: [
          { date: day, time: null },
          { date: addDays(day, 1), time: null },
        ],
      },
    ]);
    await card.getByRole("button", { name: /^Choose/ }).click();
    await button("Continue").click();
    await page.getByLabel("Name", { exact: true }).fill("Zoë Zone");
    await page.getByLabel("E-mail").fill("zoe@visitor.example");
    await page.getByLabel("I agree to the privacy policy").click();
    await button("Send request").click();
    await page.getByText("LL-7K3F9Q").waitFor();
    await page.getByText("13:40").first().waitFor();
    const calendar = await page.getByRole("link", { name: "Add to calendar" }).getAttribute("href");
    expect(calendar).toContain("EGGW-KTEB-20261213T110000Z-20261213T184000Z.ics");
    await page.context().close();
  });
});
