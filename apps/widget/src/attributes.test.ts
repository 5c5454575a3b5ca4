import { describe, expect, test, vi } from "vitest";
import { attributeNames, attributeOf, readAttributes } from "./attributes.ts";

function read(attributes: Record<string, string>) {
  const warn = vi.fn<(message: string) => void>();
  const values = readAttributes((name) => attributes[name] ?? null, warn);
  return { values, warnings: warn.mock.calls.map(([message]) => message) };
}

describe("the attributes", () => {
  test("are those of the contract", () => {
    expect(attributeNames.map(attributeOf)).toEqual([
      "embed-key",
      "backend",
      "lang",
      "currency",
      "from",
      "to",
      "date",
      "return-date",
      "passengers",
      "trip",
    ]);
  });

  test("are read, codes in small letters too", () => {
    const { values, warnings } = read({
      "embed-key": "pk_demo",
      backend: "https://leads.demo-charter.example/",
      lang: "pt-BR",
      currency: "usd",
      from: "eggw",
      to: "KTEB",
      date: "2026-12-13",
      "return-date": "2026-12-20",
      passengers: "7",
      trip: "eggw-KTEB-20261213-a1130-7",
    });
    expect(values).toEqual({
      embedKey: "pk_demo",
      backend: "https://leads.demo-charter.example",
      lang: "pt-BR",
      currency: "USD",
      from: "EGGW",
      to: "KTEB",
      date: "2026-12-13",
      returnDate: "2026-12-20",
      passengers: 7,
      trip: "eggw-KTEB-20261213-a1130-7",
    });
    expect(warnings).toEqual([]);
  });

  test("are none where nothing is said, without a warning", () => {
    const { values, warnings } = read({ from: "  " });
    expect(new Set(Object.values(values))).toEqual(new Set([null]));
    expect(warnings).toEqual([]);
  });

  test.each([
    ["embed-key", "sk_live_secret"],
    ["backend", "javascript:alert(1)"],
    ["backend", "leads.demo-charter.example"],
    ["lang", "english please"],
    ["currency", "euro"],
    ["from", "London Luton"],
    ["date", "13/12/2026"],
    ["return-date", "2026-02-30"],
    ["passengers", "0"],
    ["passengers", "401"],
    ["passengers", "4.5"],
    ["passengers", "four"],
    ["trip", "EGGW-KTEB"],
    ["trip", "/t/pk_demo/EGGW-KTEB-20261213-1100-7"],
    ["trip", "EGGW-KTEB-20261313-1100-7"],
    ["trip", "EGGW-KTEB-20261213-2400-7"],
    ["trip", "EGGW-KTEB-20261213-1100-401"],
    ["trip", "EGGW-KTEB-20261213-1100-7_"],
    ["trip", Array.from({ length: 9 }, () => "EGGW-KTEB-20261213-1100-7").join("_")],
  ])("a bad %s (%s) is left out, and the developer hears of it", (attribute, text) => {
    const { values, warnings } = read({ [attribute]: text });
    expect(new Set(Object.values(values))).toEqual(new Set([null]));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(attribute);
    expect(warnings[0]).not.toContain(text);
  });
});
