import type { SearchRequest } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { DomainError } from "../domain-error.ts";
import { checkTrip } from "./check-trip.ts";

function faultsOf(now: string, change: Partial<SearchRequest> & { date?: string } = {}) {
  const { date = "2026-12-13", ...rest } = change;
  const leg = { from: "EGGW", to: "KTEB", date, time: null, timeMeans: "departure", passengers: 1 } as const;
  try {
    checkTrip({ legs: [leg, leg], ...rest }, { clock: { now: () => Date.parse(now) } });
    return [];
  } catch (error) {
    return error instanceof DomainError ? error.fields?.map(({ path }) => path) : error;
  }
}

describe("a trip", () => {
  test("may begin today, wherever on earth it is still today", () => {
    expect(faultsOf("2026-12-14T11:59:59Z")).toEqual([]);
    expect(faultsOf("2026-12-12T00:00:00Z")).toEqual([]);
  });

  test("may not begin on a day that is over everywhere", () => {
    expect(faultsOf("2026-12-14T12:00:00Z")).toEqual(["legs.0.date", "legs.1.date"]);
  });

  test("may not name more categories than its token can carry", () => {
    expect(
      faultsOf("2026-12-01T00:00:00Z", { categories: Array.from({ length: 20 }, () => "\u0001".repeat(100)) }),
    ).toEqual(["categories"]);
  });
});
