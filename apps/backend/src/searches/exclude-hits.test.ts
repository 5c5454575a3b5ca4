import { BrokerSettings } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { createMarketplaceHit } from "../../bench/marketplace-answer.ts";
import { createHitExclusion } from "./exclude-hits.ts";

const now = Date.parse("2026-12-01T10:00:00Z");

function isExcluded(settings: z.input<typeof BrokerSettings>, change: { hit?: object; lift?: object } = {}): boolean {
  const hit = createMarketplaceHit();
  Object.assign(hit, change.hit);
  Object.assign(hit.quote.lift, change.lift);
  return createHitExclusion(BrokerSettings.parse(settings), now)?.(hit) ?? false;
}

describe("a hit is left out", () => {
  test("for no reason at all unless the broker has one", () => {
    expect(createHitExclusion(BrokerSettings.parse({}), now)).toBeNull();
  });

  test.each([
    ["Heavy Jet", false],
    ["light jet", false],
    ["Midsize jet", true],
    ["Air taxi", true],
    [7, true],
  ])("when its category is not offered: %j", (aircraftCategory, excluded) => {
    expect(isExcluded({ categories: ["Light jet", "Heavy jet"] }, { lift: { aircraftCategory } })).toBe(excluded);
  });

  test("when its category is not offered, however often another one is named", () => {
    const categories = Array.from({ length: 13 }, () => "Light jet" as const);
    expect(isExcluded({ categories }, { lift: { aircraftCategory: "Midsize jet" } })).toBe(true);
  });

  test.each([
    [true, true],
    ["true", true],
    [false, false],
    [null, false],
  ])("when its owner has to approve: %j", (ownerApprovalRequired, excluded) => {
    expect(isExcluded({ exclusions: { ownerApproval: true } }, { lift: { ownerApprovalRequired } })).toBe(excluded);
    expect(isExcluded({}, { lift: { ownerApprovalRequired } })).toBe(false);
  });

  test.each([
    ["2026-11-24T10:00:00Z", false],
    ["2026-11-24T09:59:00Z", true],
    ["2026-11-30T08:00Z", false],
    ["lately", true],
    [null, true],
    [1_764_547_200_000, true],
  ])("when its schedule is stale or nobody says how old it is: %j", (scheduledUpdatedOn, excluded) => {
    expect(isExcluded({ exclusions: { maxScheduleAgeDays: 7 } }, { hit: { scheduledUpdatedOn } })).toBe(excluded);
  });

  test.each([
    [[{ standard: "ARGUS", levelDisplayName: "Gold" }], true],
    [[{ standard: "ARGUS", levelDisplayName: "Platinum" }], false],
    [[{ standard: "Argus", levelCode: "PLATINUM_ELITE" }], false],
    [[{ standard: "WYVERN", levelDisplayName: "Registered" }], true],
    [[{ standard: "WYVERN", levelDisplayName: "Wingman" }, null], false],
    [[{ standard: "Our own audit", levelDisplayName: "Platinum" }], true],
    [[], true],
    ["ARGUS Platinum", true],
  ])("when no rating of its operator is high enough: %j", (safetyRatings, excluded) => {
    const minimums = [
      { standard: "ARGUS", level: "Platinum" },
      { standard: "WYVERN", level: "Wingman" },
    ];
    expect(isExcluded({ safety: { minimums } }, { lift: { safetyRatings } })).toBe(excluded);
  });
});
