import { describe, expect, test } from "vitest";
import { aircraftCategories, aircraftTypes } from "./aircraft-types.ts";

describe("the aircraft types", () => {
  test("there are at least 40, each slug and name once, in all 13 categories", () => {
    expect(aircraftTypes.length).toBeGreaterThanOrEqual(40);
    expect(new Set(aircraftTypes.map(({ slug }) => slug)).size).toBe(aircraftTypes.length);
    expect(new Set(aircraftTypes.map(({ type }) => type)).size).toBe(aircraftTypes.length);
    expect(new Set(aircraftTypes.map(({ category }) => category))).toEqual(new Set(aircraftCategories));
    expect(aircraftCategories).toHaveLength(13);
  });

  test.each(aircraftTypes)("$type has figures an aircraft can have", (type) => {
    expect(type.slug).toMatch(/^[a-z0-9-]+$/);
    expect(type.rangeNm).toBeGreaterThanOrEqual(250);
    expect(type.rangeNm).toBeLessThanOrEqual(8000);
    expect(type.cruiseKt).toBeGreaterThanOrEqual(100);
    expect(type.cruiseKt).toBeLessThanOrEqual(520);
    expect(type.engines).toBeGreaterThanOrEqual(1);
    expect(type.engines).toBeLessThanOrEqual(4);
    expect(type.firstYear).toBeLessThanOrEqual(type.lastYear);
    expect(type.windows).toBeGreaterThan(0);
    expect(type.hourUsd).toBeGreaterThan(500);
    expect(type.runwayM > 0).toBe(type.layout !== "helicopter");
  });

  test("the marketplace's definitions hold", () => {
    for (const { category, seats, rangeNm, engines } of aircraftTypes) {
      if (category === "Ultra long range") expect(rangeNm).toBeGreaterThan(5000);
      if (category === "Airliner") expect(seats).toBeGreaterThanOrEqual(20);
      if (category === "Turbo prop") expect(seats).toBeLessThanOrEqual(19);
      if (category === "Helicopter single engine") expect(engines).toBe(1);
      if (category === "Helicopter twin engine") expect(engines).toBe(2);
    }
  });
});
