import { afterEach, describe, expect, test, vi } from "vitest";
import { airports, settings } from "../../test/canned-answers.ts";
import { aroundMe, listChoices, offerChoices, type ChoiceGroup } from "./list-choices.ts";
import { namePlace } from "./name-place.ts";
import type { AirportsState } from "./use-airports.ts";

const paris = { code: "LFPB", name: "Le Bourget", city: "Paris", country: "France" };
const offered: readonly ChoiceGroup[] = [
  { heading: "airports.recent", city: "", choices: [paris] },
  { heading: null, city: "", choices: [aroundMe] },
];

afterEach(() => {
  vi.unstubAllGlobals();
});

function list(query: string | null, found = airports(query ?? "")) {
  const state: AirportsState = { status: "found", typed: query ?? "", airports: found };
  return codesOf(listChoices({ airports: state, query, offered }));
}

function codesOf(groups: readonly ChoiceGroup[]) {
  return groups.map(({ heading, city, choices }) => ({
    heading,
    ...(city && { city }),
    codes: choices.map((choice) => (choice === aroundMe ? "near" : choice.code)),
  }));
}

describe("the list under an airport field", () => {
  test("brings the airports of a city together under its name", () => {
    expect(list("lon")).toEqual([
      { heading: "airports.all-of", city: "London", codes: ["EGGW", "EGKB", "EGWU", "EGLC"] },
      { heading: null, codes: ["CYXU"] },
      { heading: null, codes: ["EGAE"] },
    ]);
  });

  test("puts the airport whose code was typed before all others", () => {
    expect(list("lcy", airports("lon"))[0]).toEqual({ heading: null, codes: ["EGLC"] });
  });

  test("shows what is offered before anything is typed, whatever was found before", () => {
    expect(list(" ", airports("lon"))).toEqual(codesOf(offered));
  });

  test("has the airports around the visitor as they came: the nearest first", () => {
    expect(list(null, airports("lon"))).toEqual([
      { heading: "airports.near", codes: ["EGGW", "EGKB", "EGWU", "EGLC", "CYXU", "EGAE"] },
    ]);
  });

  test.each([{ status: "loading" } as const, { status: "failed" } as const])(
    "keeps the rest of the offer while the position is %j",
    (state) => {
      expect(codesOf(listChoices({ airports: state, query: null, offered }))).toEqual([
        { heading: "airports.recent", codes: ["LFPB"] },
      ]);
    },
  );

  test("takes a code at its word where the lookup fails", () => {
    expect(listChoices({ airports: { status: "failed" }, query: "eggw", offered })[0]?.choices[0]).toMatchObject({
      code: "EGGW",
      name: "",
    });
  });

  test("takes the visitor's own words where nothing is found, or where nothing can be", () => {
    for (const state of [{ status: "failed" }, { status: "found", typed: "", airports: [] }] as const) {
      expect(listChoices({ airports: state, query: " a strip near Ascot ", offered })).toEqual([
        {
          heading: null,
          city: "",
          choices: [{ code: "", name: "a strip near Ascot", city: "", country: "" }],
        },
      ]);
    }
    expect(list("Lech", [])).toEqual([{ heading: null, codes: [""] }]);
  });

  test("offers nothing while the lookup is on its way", () => {
    expect(listChoices({ airports: { status: "loading" }, query: "eggw", offered })).toEqual([]);
  });
});

describe("what is offered before typing", () => {
  const favouriteAirports = airports("lon").slice(0, 2);

  function offer(changes: Partial<typeof settings.features> | null, { geolocation = true } = {}) {
    vi.stubGlobal("navigator", geolocation ? { geolocation: {} } : {});
    const storage = { read: () => [paris], write: () => {} };
    const broker = changes && { ...settings, favouriteAirports, features: { ...settings.features, ...changes } };
    return codesOf(offerChoices({ storage, settings: broker }));
  }

  test("is the airports of this tab, the broker's own and those nearby", () => {
    expect(offer({})).toEqual([
      { heading: "airports.recent", codes: ["LFPB"] },
      { heading: "airports.favourites", codes: ["EGGW", "EGKB"] },
      { heading: null, codes: ["near"] },
    ]);
  });

  test("is what the broker has not switched off", () => {
    expect(offer({ recentAirports: false }).map(({ heading }) => heading)).toEqual(["airports.favourites", null]);
    expect(offer({ nearMe: false }).at(-1)?.heading).toBe("airports.favourites");
  });

  test("is everything but the broker's own until the settings come", () => {
    expect(offer(null).map(({ codes }) => codes)).toEqual([["LFPB"], ["near"]]);
  });

  test("has nothing nearby where the browser has no position", () => {
    expect(offer(null, { geolocation: false }).map(({ codes }) => codes)).toEqual([["LFPB"]]);
  });
});

test("a place is named without saying a word twice", () => {
  const at = (name: string, city: string) => namePlace({ code: "X", name, city, country: "" });
  expect(at("Luton", "London")).toBe("London Luton");
  expect(at("London International", "London")).toBe("London International");
  expect(at("", "")).toBe("X");
});
