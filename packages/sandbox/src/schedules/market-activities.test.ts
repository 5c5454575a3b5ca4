import { describe, expect, test } from "vitest";
import { createCaller, type Caller } from "../../test/caller.ts";
import { findLegs } from "../../test/legs.ts";
import { activity, emptyActivity, landed, upload } from "../../test/schedule.ts";
import { sandboxConnections } from "../index.ts";

/** The seller's legs that a buyer sees around London. */
async function onMarket(caller: Caller) {
  const wish = {
    startAirport: { icao: "EGGW" },
    endAirport: { icao: "LEPA" },
    date: "2026-12-08",
    numberOfDaysFlexibility: "14",
  };
  const { legs } = await findLegs(caller, wish, { token: sandboxConnections.seller.token });
  return legs.filter((leg) => leg.ownEmptyLeg && leg.published);
}

const codes = (messages: { code?: string | undefined }[]) => messages.map(({ code }) => code);

describe("empty legs of a schedule", () => {
  test("go on the market with window, price, message and mark, and away with their activity", async () => {
    const caller = createCaller();
    const window = { marketingStartDateTime: "2026-12-04T09:00Z", marketingEndDateTime: "2026-12-06T20:00Z" };
    expect((await upload(caller, [landed, emptyActivity(window)])).warnings).toEqual([]);
    const [leg] = await onMarket(caller);
    expect(leg).toMatchObject({
      price: { price: 9000, currency: "EUR" },
      sellerVerified: true,
      sellerMessage: "Good deal!",
      startDate: { dateTimeUTC: "2026-12-04T09:00:00Z" },
      endDate: { dateTimeUTC: "2026-12-06T20:00:00Z" },
      brokered: false,
    });
    await upload(caller, [landed, emptyActivity({ price: 8000 })]);
    expect(await onMarket(caller)).toEqual([
      expect.objectContaining({
        id: leg?.id,
        startDate: expect.objectContaining({ dateTimeUTC: "2026-12-05T09:00:00Z" }),
      }),
    ]);
    await upload(caller, [landed]);
    expect(await onMarket(caller)).toEqual([]);
    expect((await caller.get(`/emptylegs/${leg?.id}`)).status).toBe(404);
  });

  test("are told of once by a watch, however often an unchanged schedule is sent", async () => {
    const caller = createCaller();
    await caller.post("/webhooks/settings", {
      targetURI: "https://broker.example/legs",
      displayName: "Legs",
      active: true,
      clientAuthenticationType: "NONE",
      eventTypes: ["EmptyLegs"],
    });
    const segment = { start: { airport: { icao: "EGGW" } }, end: { airport: { icao: "LEPA" } } };
    await caller.post("/emptylegs/watches", { uniqueName: "one", active: true, watchedSegments: [segment] });
    for (let round = 0; round < 3; round += 1) await upload(caller, [landed, emptyActivity()]);
    expect(caller.marketplace.notifications()).toHaveLength(1);
    await upload(caller, [landed, emptyActivity({ price: 8000 })]);
    expect(caller.marketplace.notifications()).toHaveLength(2);
  });

  test("more than five days: stored, but not on the market", async () => {
    const caller = createCaller();
    const window = { marketingStartDateTime: "2026-12-04T09:00Z", marketingEndDateTime: "2026-12-09T09:01Z" };
    expect(codes((await upload(caller, [landed, emptyActivity(window)])).warnings)).toEqual([
      "MARKETING_SPAN_TOO_LONG",
    ]);
    expect(await onMarket(caller)).toEqual([]);
    await upload(caller, [landed, emptyActivity({ ...window, marketingEndDateTime: "2026-12-09T09:00Z" })]);
    expect(await onMarket(caller)).toHaveLength(1);
  });

  const second = { activityId: "a-2", startDateTime: "2026-12-07T09:00Z", endDateTime: "2026-12-07T11:20Z" };
  const between = activity({
    activityId: "a-3",
    startAirport: { icao: "LEPA" },
    endAirport: { icao: "EGGW" },
    startDateTime: "2026-12-06T09:00Z",
    endDateTime: "2026-12-06T11:00Z",
  });
  const overlapping = { marketingStartDateTime: "2026-12-05T08:00Z", marketingEndDateTime: "2026-12-08T09:00Z" };

  test("two that overlap: the verified one goes, whichever comes first", async () => {
    const caller = createCaller();
    const legs = [emptyActivity({ marketingVerified: false }), between, emptyActivity({ ...second, ...overlapping })];
    expect(codes((await upload(caller, [landed, ...legs])).warnings)).toEqual(["MARKETING_OVERLAP"]);
    expect((await onMarket(caller)).map(({ sellerVerified }) => sellerVerified)).toEqual([true]);
  });

  test("two that overlap, both verified: the earlier one, and a word about the other", async () => {
    const caller = createCaller();
    const legs = [emptyActivity({ ...overlapping, price: 7000 }), between, emptyActivity(second)];
    const { warnings } = await upload(caller, [landed, ...legs]);
    expect(warnings).toEqual([
      expect.objectContaining({ code: "MARKETING_OVERLAP", path: "activities[3].marketingStartDateTime" }),
    ]);
    expect((await onMarket(caller)).map(({ price }) => price?.price)).toEqual([7000]);
  });

  test("a chain on the same way does not make five days ten", async () => {
    const caller = createCaller();
    const first = { marketingStartDateTime: "2026-12-03T09:00Z", marketingEndDateTime: "2026-12-06T12:00Z" };
    const chained = {
      ...second,
      marketingStartDateTime: "2026-12-06T12:00Z",
      marketingEndDateTime: "2026-12-09T09:00Z",
    };
    const legs = [emptyActivity(first), between, emptyActivity(chained)];
    expect(codes((await upload(caller, [landed, ...legs])).warnings)).toEqual(["MARKETING_CHAIN"]);
    expect(await onMarket(caller)).toHaveLength(1);
  });

  test("a window that is none gives way to the flight's own times", async () => {
    const caller = createCaller();
    const window = { marketingStartDateTime: "2026-12-06T09:00Z", marketingEndDateTime: "2026-12-05T09:00Z" };
    expect(codes((await upload(caller, [landed, emptyActivity(window)])).warnings)).toEqual(["MARKETING_TIME_INVALID"]);
    expect((await onMarket(caller))[0]?.endDate.dateTimeUTC).toBe("2026-12-05T11:20:00Z");
  });

  test("a price without a currency is no price", async () => {
    const caller = createCaller();
    expect(codes((await upload(caller, [landed, emptyActivity({ currency: undefined })])).warnings)).toEqual([
      "CURRENCY_INVALID",
    ]);
    expect((await onMarket(caller))[0]?.price).toBeUndefined();
  });

  test("are what the seller's own table says; a new word means occupied", async () => {
    const { seller } = sandboxConnections;
    const connections = [{ ...seller, activityTypes: { LEERFLUG: "Empty Leg Availability" as const } }];
    const caller = createCaller({ connections });
    await upload(caller, [landed, emptyActivity()]);
    expect(await onMarket(caller)).toEqual([]);
    await upload(caller, [landed, emptyActivity({ activityType: "LEERFLUG" })]);
    expect(await onMarket(caller)).toHaveLength(1);
  });
});
