import { describe, expect, test } from "vitest";
import { airports } from "../../test/canned-answers.ts";
import { listChoices } from "./list-choices.ts";
import { namePlace } from "./name-place.ts";

const recent = [{ code: "LFPB", name: "Le Bourget", city: "Paris", country: "France" }];

function list(typed: string, found = airports(typed)) {
  return listChoices({ status: "found", typed, airports: found }, typed, recent).map(({ heading, choices }) => ({
    heading,
    codes: choices.map(({ place }) => place.code),
  }));
}

describe("the list under an airport field", () => {
  test("brings the airports of a city together under its name", () => {
    expect(list("lon")).toEqual([
      { heading: "London", codes: ["EGGW", "EGKB", "EGWU", "EGLC"] },
      { heading: null, codes: ["CYXU"] },
      { heading: null, codes: ["EGAE"] },
    ]);
  });

  test("puts the airport whose code was typed before all others", () => {
    expect(list("lcy", airports("lon"))[0]).toEqual({ heading: null, codes: ["EGLC"] });
  });

  test("offers the airports of this tab before anything is typed", () => {
    expect(list("")).toEqual([{ heading: "", codes: ["LFPB"] }]);
  });

  test("takes a code at its word where the lookup fails", () => {
    expect(listChoices({ status: "failed" }, "eggw", [])[0]?.choices[0]).toMatchObject({
      place: { code: "EGGW" },
      unchecked: true,
    });
  });

  test("takes the visitor's own words where nothing is found, or where nothing can be", () => {
    for (const state of [{ status: "failed" }, { status: "found", typed: "", airports: [] }] as const) {
      expect(listChoices(state, " a strip near Ascot ", recent)).toEqual([
        {
          heading: null,
          choices: [{ place: { code: "", name: "a strip near Ascot", city: "", country: "" }, unchecked: true }],
        },
      ]);
    }
    expect(list("Lech", [])).toEqual([{ heading: null, codes: [""] }]);
  });

  test("offers nothing while the lookup is on its way", () => {
    expect(listChoices({ status: "loading" }, "eggw", recent)).toEqual([]);
  });
});

test("a place is named without saying a word twice", () => {
  const at = (name: string, city: string) => namePlace({ code: "X", name, city, country: "" });
  expect(at("Luton", "London")).toBe("London Luton");
  expect(at("London International", "London")).toBe("London International");
  expect(at("", "")).toBe("X");
});
