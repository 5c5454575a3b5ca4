import { describe, expect, test } from "vitest";
import { createCaller } from "../../test/caller.ts";
import { segment } from "../../test/trip.ts";

describe("a search that is refused", () => {
  const caller = createCaller();
  const good = segment({ from: "EGGW", to: "KTEB" });
  const bad = (change: object) => ({ segments: [{ ...good, ...change }] });

  test.each([
    [
      "a number of passengers that is not text",
      bad({ paxCount: 7 }),
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "segments[0].paxCount",
    ],
    ["words for passengers", bad({ paxCount: "two" }), 400, "ERR_INPUT_GENERIC_INVALID", "segments[0].paxCount"],
    ["no passengers", bad({ paxCount: undefined }), 400, "ERR_INPUT_MISSING", "segments[0].paxCount"],
    [
      "an unknown start",
      bad({ startAirport: { icao: "QQQQ" } }),
      422,
      "START_AIRPORT_INVALID",
      "segments[0].startAirport",
    ],
    ["an unknown end", bad({ endAirport: { icao: "QQQQ" } }), 422, "END_AIRPORT_INVALID", "segments[0].endAirport"],
    ["an empty code", bad({ startAirport: { icao: "" } }), 422, "START_AIRPORT_INVALID", "segments[0].startAirport"],
    [
      "a date in the past",
      { segments: [segment({ from: "EGGW", to: "KTEB", date: "2026-11-20" })] },
      422,
      "DATE_INVALID",
      "segments[0].dateTime",
    ],
    [
      "a day that is not",
      { segments: [segment({ from: "EGGW", to: "KTEB", date: "2027-02-30" })] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "segments[0].dateTime.date",
    ],
    [
      "a time that is not",
      { segments: [segment({ from: "EGGW", to: "KTEB", time: "24:00" })] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "segments[0].dateTime.time",
    ],
    ["no segments", { segments: [] }, 400, "ERR_INPUT_GENERIC_INVALID", "segments"],
    [
      "an empty lift",
      { segments: [good], criteria: { requiredLift: [{ aircraftType: "" }] } },
      422,
      "LIFT_INVALID",
      "criteria.requiredLift[0]",
    ],
    [
      "an unknown category",
      { segments: [good], criteria: { requiredLift: [{ aircraftCategory: "Big" }] } },
      422,
      "LIFT_INVALID",
      "criteria.requiredLift[0]",
    ],
    ["criteria that are a list", { segments: [good], criteria: [] }, 400, "ERR_INPUT_GENERIC_INVALID", "criteria"],
    [
      "an unknown currency",
      { segments: [good], outputCurrencies: ["XXX"] },
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "outputCurrencies",
    ],
    [
      "less than no fuel stops",
      { segments: [good], criteria: { maxFuelStopsPerSegment: -1 } },
      400,
      "ERR_INPUT_GENERIC_INVALID",
      "criteria.maxFuelStopsPerSegment",
    ],
  ])("%s", async (_what, body, status, code, path) => {
    const answer = await caller.post("/searches", body);
    expect(answer.status).toBe(status);
    expect(answer.errors[0]).toMatchObject({ code, path });
  });

  test("a body that is not JSON", async () => {
    expect(await caller.post("/searches", "{no")).toMatchObject({
      status: 400,
      errors: [{ code: "ERR_INPUT_GENERIC_INVALID" }],
    });
  });
});
