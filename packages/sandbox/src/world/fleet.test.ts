import { describe, expect, test } from "vitest";
import { createFleet } from "./fleet.ts";

describe("the fleet", () => {
  const fleet = createFleet(1);

  test("has at least 600 aircraft of at least 40 types in all 13 categories", () => {
    expect(fleet.length).toBeGreaterThanOrEqual(600);
    expect(new Set(fleet.map(({ type }) => type.slug)).size).toBeGreaterThanOrEqual(40);
    expect(new Set(fleet.map(({ type }) => type.category)).size).toBe(13);
  });

  test("every aircraft has its own id and registration", () => {
    expect(new Set(fleet.map(({ id }) => id)).size).toBe(fleet.length);
    expect(new Set(fleet.map(({ tail }) => tail)).size).toBe(fleet.length);
  });

  test("aircraft live where they can land, and are no older than their type", () => {
    for (const { home, position, type, yearOfMake, hourPrice, seats } of fleet) {
      expect(home.runwayM).toBeGreaterThanOrEqual(type.runwayM);
      expect(position.runwayM).toBeGreaterThanOrEqual(type.runwayM);
      expect(yearOfMake).toBeGreaterThanOrEqual(type.firstYear);
      expect(yearOfMake).toBeLessThanOrEqual(type.lastYear);
      expect(hourPrice).toBeGreaterThan(0);
      expect(seats).toBeGreaterThan(0);
    }
  });

  test("nobody in it can be reached: invented companies, reserved domains and numbers", () => {
    for (const { operator } of fleet) {
      expect(operator.contact.email).toMatch(/^charter@[a-z-]+\.example$/);
      expect(operator.contact.phone).toMatch(/^\+999 /);
    }
  });

  test("the same seed makes the same fleet, another seed another one", () => {
    expect(createFleet(1)).toEqual(fleet);
    expect(createFleet(2).map(({ tail }) => tail)).not.toEqual(fleet.map(({ tail }) => tail));
  });
});
