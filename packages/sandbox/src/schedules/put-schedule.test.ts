import { z } from "zod";
import { AvinodeActivity, AvinodeSchedule } from "@liftline/schema/avinode";
import { describe, expect, test } from "vitest";
import { createCaller, type Caller } from "../../test/caller.ts";
import { sellerToken, tailOfSeller } from "../../test/legs.ts";
import { activity, landed, upload } from "../../test/schedule.ts";
import { search } from "../../test/trip.ts";
import { sandboxConnections } from "../index.ts";

const minuteMs = 60_000;

async function storedIds(caller: Caller): Promise<unknown[]> {
  const schedules = (await caller.get("/schedules", sellerToken)).data(z.array(AvinodeSchedule));
  return (schedules[0]?.activities ?? []).map((stored) => AvinodeActivity.parse(stored).activityId);
}

describe("PUT /schedules", () => {
  const refusing = createCaller();

  test("replaces the whole schedule: what is not sent is gone", async () => {
    const caller = createCaller();
    const clean = { status: 200, errors: [], warnings: [] };
    expect(await upload(caller, [landed, activity()])).toEqual(clean);
    expect(await storedIds(caller)).toEqual(["a-0", "a-1"]);
    const back = { startAirport: { icao: "EGGW" }, endAirport: { icao: "EGGW" } };
    const maintenance = activity({ activityId: "a-2", activityType: "Maintenance", ...back });
    expect(await upload(caller, [landed, maintenance])).toEqual(clean);
    expect(await storedIds(caller)).toEqual(["a-0", "a-2"]);
    caller.marketplace.reset();
    expect(await storedIds(caller)).toEqual([]);
  });

  test.each<[string, object, string, string]>([
    ["an airport nobody knows", { endAirport: { icao: "XXXX" } }, "END_AIRPORT_INVALID", "activities[1].endAirport"],
    ["an airport without a code", { startAirport: {} }, "START_AIRPORT_INVALID", "activities[1].startAirport"],
    ["an id twice", { activityId: "a-0" }, "ACTIVITY_ID_NOT_UNIQUE", "activities[1].activityId"],
    [
      "a time with seconds",
      { startDateTime: "2026-12-05T09:00:00Z" },
      "ERR_INPUT_GENERIC_INVALID",
      "activities[1].startDateTime",
    ],
    [
      "a local time",
      { endDateTime: "2026-12-05T12:20+01:00" },
      "ERR_INPUT_GENERIC_INVALID",
      "activities[1].endDateTime",
    ],
    ["a long word", { activityType: "x".repeat(21) }, "ERR_INPUT_GENERIC_INVALID", "activities[1].activityType"],
  ])("with %s is an error under 200, and nothing at all is stored", async (_, change, code, path) => {
    const caller = createCaller();
    await upload(caller, [landed]);
    const { status, errors } = await upload(caller, [landed, activity(change), activity({ activityId: "a-3" })]);
    expect(status).toBe(200);
    expect(errors).toEqual([expect.objectContaining({ code, path })]);
    expect(await storedIds(caller)).toEqual(["a-0"]);
  });

  const next = { startAirport: { icao: "LEPA" }, endAirport: { icao: "EGGW" } };
  test.each<[string, object[], string, string, string[]]>([
    [
      "an overlap is stored",
      [
        activity(),
        activity({ activityId: "a-2", ...next, startDateTime: "2026-12-05T11:19Z", endDateTime: "2026-12-05T13:00Z" }),
      ],
      "ACTIVITY_OVERLAP",
      "activities[2].startDateTime",
      ["a-0", "a-1", "a-2"],
    ],
    [
      "a jump is stored",
      [
        activity(),
        activity({ activityId: "a-2", startDateTime: "2026-12-06T11:00Z", endDateTime: "2026-12-06T13:00Z" }),
      ],
      "SCHEDULE_NOT_CONTINUOUS",
      "activities[2].startAirport",
      ["a-0", "a-1", "a-2"],
    ],
    [
      "what ends before it starts is left out",
      [activity({ endDateTime: "2026-12-05T08:00Z" })],
      "ACTIVITY_OMITTED",
      "activities[1].endDateTime",
      ["a-0"],
    ],
    [
      "a long description is dropped",
      [activity({ flightRegulationsDescription: "x".repeat(256) })],
      "DESCRIPTION_TOO_LONG",
      "activities[1].flightRegulationsDescription",
      ["a-0", "a-1"],
    ],
    [
      "a trip id with its prefix is dropped",
      [activity({ tripId: "asellerlift-12345678" })],
      "TRIP_ID_INVALID",
      "activities[1].tripId",
      ["a-0", "a-1"],
    ],
    [
      "a service at no airport is dropped",
      [
        activity({
          services: [{ airport: { icao: "XXXX" }, serviceType: "FBO", serviceFor: "ALL", dataSource: "UNIVERSAL" }],
        }),
      ],
      "SERVICE_AIRPORT_INVALID",
      "activities[1].services[0].airport",
      ["a-0", "a-1"],
    ],
  ])("warns under 200 and stores the rest: %s", async (_, activities, code, path, stored) => {
    const caller = createCaller();
    const { status, errors, warnings } = await upload(caller, [landed, ...activities]);
    expect([status, errors]).toEqual([200, []]);
    expect(warnings).toEqual([expect.objectContaining({ code, path })]);
    expect(await storedIds(caller)).toEqual(stored);
  });

  test("a gap in time says nothing, and the same minute may end one and start the next", async () => {
    const caller = createCaller();
    const back = { ...next, activityId: "a-2", startDateTime: "2026-12-05T11:20Z", endDateTime: "2026-12-05T13:00Z" };
    const later = { activityId: "a-3", startDateTime: "2026-12-09T09:00Z", endDateTime: "2026-12-09T11:00Z" };
    expect((await upload(caller, [landed, activity(), activity(back), activity(later)])).warnings).toEqual([]);
  });

  test("wants to know where the aircraft is", async () => {
    const { warnings } = await upload(createCaller(), [activity()]);
    expect(warnings).toEqual([expect.objectContaining({ code: "POSITION_UNKNOWN" })]);
  });

  test("is for each aircraft once in five minutes, a refused one counts as well", async () => {
    const caller = createCaller();
    await upload(caller, [landed, activity({ activityType: "x".repeat(21) })]);
    const body = { lift: { aircraftTail: tailOfSeller() }, activities: [landed] };
    caller.advance(4 * minuteMs);
    const early = await caller.put("/schedules", body, sellerToken);
    expect([early.status, early.headers.get("x-rate-limit-reset")]).toEqual([429, "60"]);
    const other = { ...body, lift: { aircraftTail: tailOfSeller(1) } };
    expect((await caller.put("/schedules", other, sellerToken)).status).toBe(200);
    caller.advance(minuteMs);
    expect((await caller.put("/schedules", body, sellerToken)).status).toBe(200);
  });

  test.each<[string, object, number]>([
    ["a tail that is not exactly its own", { lift: { aircraftTail: tailOfSeller().toLowerCase() } }, 403],
    ["no tail", { lift: {} }, 400],
    ["no activities", { activities: undefined }, 400],
    ["an activity without id", { activities: [activity({ activityId: undefined })] }, 400],
    ["passengers as text", { activities: [activity({ paxCount: "4" })] }, 400],
    ["a word nobody knows", { activities: [activity({ aircraft: "G-ABCD" })] }, 400],
  ])("is refused with %s", async (_, change, status) => {
    expect((await upload(refusing, [landed], change)).status).toBe(status);
  });

  test("is for sellers", async () => {
    const caller = createCaller();
    const body = { lift: { aircraftTail: tailOfSeller() }, activities: [landed] };
    expect((await caller.put("/schedules", body)).status).toBe(403);
    expect((await caller.put("/schedules", body, { token: sandboxConnections.otherSeller.token })).status).toBe(403);
    expect((await caller.get("/schedules")).status).toBe(403);
  });
});

describe("an uploaded schedule", () => {
  test("can be read for a span of time", async () => {
    const caller = createCaller();
    await upload(caller, [landed, activity()]);
    const read = async (query: string) =>
      (await caller.get(`/schedules?${query}`, sellerToken)).data(z.array(AvinodeSchedule))[0]?.activities?.length;
    expect(await read("")).toBe(2);
    expect(await read("startts=2026-12-01T00:00Z")).toBe(1);
    expect(await read("startts=2026-12-01T00:00:00.000Z&endts=2026-12-05T09:00:00Z")).toBe(0);
    expect((await caller.get("/schedules?startts=yesterday", sellerToken)).status).toBe(400);
  });

  test("decides whether the aircraft is offered: busy while it flies, free in the gaps and where nothing is mapped as busy", async () => {
    const caller = createCaller();
    const { token } = sandboxConnections.identified;
    const offered = async () => {
      const legs = [{ from: "EGGW", to: "LEPA", date: "2026-12-13", pax: "1" }];
      const body = {
        criteria: { requiredLift: [{ aircraftTail: tailOfSeller() }], maxInitialPositioningTimeMinutes: 3000 },
      };
      return (await search(caller, legs, { body, token })).hits.length;
    };
    const during = { startDateTime: "2026-12-13T06:00Z", endDateTime: "2026-12-13T14:00Z" };
    await upload(caller, [landed]);
    expect(await offered()).toBe(1);
    await upload(caller, [landed, activity(during)]);
    expect(await offered()).toBe(0);
    await upload(caller, [landed, activity({ ...during, activityType: "Positioning" })]);
    expect(await offered()).toBe(1);
    await upload(caller, [landed, activity({ ...during, activityType: "Painting" })]);
    expect(await offered()).toBe(0);
  });
});
