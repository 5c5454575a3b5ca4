import { describe, expect, test } from "vitest";
import { SearchRequest } from "./search.ts";

const leg = { from: "EGGW", to: "KTEB", date: "2026-12-13", passengers: 7 };

describe("a search request", () => {
  test("needs only airports, date and passengers of each leg", () => {
    expect(SearchRequest.parse({ legs: [leg] }).legs[0]).toMatchObject({ time: null, timeMeans: "departure" });
  });

  test("names the path of each fault", () => {
    const { error } = SearchRequest.safeParse({
      legs: [leg, { ...leg, date: "2026-12-12", to: "eggw" }],
      currency: "euro",
    });
    expect(error?.issues.map((issue) => issue.path.join("."))).toEqual(["legs.1.to", "legs.1.date", "currency"]);
  });

  test("refuses legs out of order", () => {
    const { error } = SearchRequest.safeParse({ legs: [leg, { ...leg, date: "2026-12-12" }] });
    expect(error?.issues.map((issue) => issue.path.join("."))).toEqual(["legs.1.date"]);
  });

  test("refuses days that no calendar has", () => {
    expect(SearchRequest.safeParse({ legs: [{ ...leg, date: "2026-02-30" }] }).success).toBe(false);
  });

  test("refuses keys nobody asked for", () => {
    expect(SearchRequest.safeParse({ legs: [leg], price: 1 }).success).toBe(false);
  });
});
