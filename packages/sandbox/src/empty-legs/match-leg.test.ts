import { describe, expect, test } from "vitest";
import { distanceNm } from "../routing/great-circle.ts";
import { findAirport, type Airport } from "../world/airports.ts";
import { matchLeg } from "./match-leg.ts";

function airport(code: string): Airport {
  const found = findAirport(code);
  if (found === undefined) throw new Error(`no airport ${code}`);
  return found;
}

function fit(leg: [string, string], wish: { from?: string; to?: string }): number | undefined {
  const [from, to] = leg.map(airport);
  if (!from || !to) throw new Error("a leg has two ends");
  const { from: start, to: end } = wish;
  return matchLeg(
    { from, to, distanceNm: Math.round(distanceNm(from, to)) },
    { from: start === undefined ? undefined : airport(start), to: end === undefined ? undefined : airport(end) },
  );
}

describe("an empty leg fits", () => {
  test.each<[string, [string, string], { from?: string; to?: string }]>([
    ["the very way", ["EGGW", "LIRA"], { from: "EGGW", to: "LIRA" }],
    ["London to Rome for Paris to Rome (seed 004)", ["EGGW", "LIRA"], { from: "LFPB", to: "LIRA" }],
    ["Los Angeles to New York for whoever starts in San Francisco (seed 004)", ["KVNY", "KTEB"], { from: "KSFO" }],
    ["whatever ends near Nice", ["EGGW", "LFMN"], { to: "LFMD" }],
  ])("%s", (_, leg, wish) => {
    expect(fit(leg, wish)).toBeLessThan(0.35);
  });

  test.each<[string, [string, string], { from?: string; to?: string }]>([
    ["the way back", ["LIRA", "EGGW"], { from: "EGGW", to: "LIRA" }],
    ["another way from the same place", ["EGGW", "LIRA"], { from: "EGGW", to: "ESSB" }],
    ["a hop for which a long leg would be cut short: not feasible", ["KTEB", "KVNY"], { from: "KTEB", to: "KPIT" }],
    ["a short leg whose start is as far away as its end", ["EGGW", "LFPB"], { from: "EGCC" }],
  ])("not %s", (_, leg, wish) => {
    expect(fit(leg, wish)).toBeUndefined();
  });

  test("best where the detour is least", () => {
    const wish = { from: "LFPB", to: "LIRA" };
    const [exact, near, far] = [fit(["LFPB", "LIRA"], wish), fit(["LFPG", "LIRA"], wish), fit(["EGGW", "LIRA"], wish)];
    expect(exact).toBe(0);
    expect(near).toBeGreaterThan(0);
    expect(far).toBeGreaterThan(near ?? 1);
  });
});
