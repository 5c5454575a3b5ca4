import { describe, expect, test } from "vitest";
import { BrokerSettings } from "./settings.ts";

/** Where a configuration is wrong, and why. */
function faults(settings: unknown): string[] {
  const { error } = BrokerSettings.safeParse(settings);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a broker's settings", () => {
  test("are whole when nothing is said", () => {
    expect(BrokerSettings.parse({})).toMatchObject({
      commission: { from: "marketplace" },
      prices: "exact",
      exclusions: { ownerApproval: false, maxPositioningMinutes: null },
      features: { map: true },
      currency: { default: "EUR" },
    });
    expect(BrokerSettings.parse({}).categories).toHaveLength(13);
  });

  test("take the marketplace's commission or their own, never both", () => {
    expect(BrokerSettings.parse({ commission: { from: "net" } }).commission).toEqual({ from: "net", percent: 10 });
    expect(faults({ commission: { from: "marketplace", percent: 10 } })).toHaveLength(1);
    expect(faults({ commission: { percent: 10 } })).toHaveLength(1);
    expect(faults({ commission: { from: "net", percent: -1 } })).toHaveLength(1);
    expect(faults({ commission: [{ from: "net" }, { from: "marketplace" }] })).toHaveLength(1);
  });

  test.each(["constructor", "toString", "__proto__"])("know no safety standard %s", (standard) => {
    expect(faults({ safety: { minimums: [{ standard, level: "Gold" }] } })).toEqual([
      "safety.minimums.0.standard: one of ARGUS, WYVERN, IS-BAO, ACSF, BARS",
    ]);
  });

  test.each([
    ["HRK", "HRK was replaced by EUR in 2023"],
    ["LTL", "LTL was replaced by EUR in 2015"],
    ["LVL", "LVL was replaced by EUR in 2014"],
    ["SKK", "SKK was replaced by EUR in 2009"],
    ["BGN", "BGN was replaced by EUR in 2026"],
    ["XXX", "one of AUD, BRL"],
  ])("say why %s cannot be offered", (code, reason) => {
    expect(faults({ currency: { offered: ["EUR", code] } })).toEqual([
      expect.stringContaining(`currency.offered.1: ${reason}`),
    ]);
  });

  test("offer the currency that they begin with", () => {
    expect(faults({ currency: { default: "SEK" } })).toEqual(["currency.default: is not among those offered"]);
    expect(faults({ currency: { default: "SEK", offered: ["SEK"] } })).toEqual([]);
  });

  test("call categories what the broker likes, in any language; what looks like markup is a name too", () => {
    const categoryNames = { "Heavy jet": { de: "<b>Groß</b> & weit", ja: "大型機" }, Airliner: {} };
    expect(BrokerSettings.parse({ categoryNames }).categoryNames).toEqual(categoryNames);
    expect(BrokerSettings.parse({}).categoryNames).toEqual({});
  });

  test("name safety levels that exist", () => {
    const minimum = (standard: string, level: string) => faults({ safety: { minimums: [{ standard, level }] } });
    expect(minimum("ARGUS", "Gold Plus")).toEqual([]);
    expect(minimum("ARGUS", "Silver")).toEqual([
      "safety.minimums.0.level: one of Gold, Gold Plus, Platinum, Platinum Elite",
    ]);
    expect(minimum("Argus", "Gold")).toEqual([expect.stringContaining("safety.minimums.0.standard: one of ARGUS")]);
  });

  test.each<object>([
    { comission: {} },
    { features: { maps: true } },
    { categories: ["Heavy Jet"] },
    { categories: [] },
    { prices: "rough" },
    { brand: { accent: "red" } },
    { favouriteAirports: ["EGGW!"] },
    { company: { "en-GB": "" } },
    { terms: "javascript:alert(1)" },
    { categoryTexts: { "Heavy Jet": { de: "Groß" } } },
    { categoryNames: { "Heavy Jet": { de: "Groß" } } },
    { categoryNames: { constructor: { de: "Groß" } } },
    { categoryNames: { "Heavy jet": { german: "Groß" } } },
    { categoryNames: { "Heavy jet": { de_AT: "Groß" } } },
    { categoryNames: { "Heavy jet": "Groß" } },
    { categoryNames: { "Heavy jet": { de: " " } } },
    { categoryNames: { "Heavy jet": { de: "a".repeat(61) } } },
    { categoryNames: { "Heavy jet": { de: "Groß\nund schnell" } } },
    { categoryNames: { "Heavy jet": { de: "Groß\u2028und schnell" } } },
  ])("refuse %j", (settings) => {
    expect(faults(settings)).toHaveLength(1);
  });
});
