import { Option, type Airport, type SearchRequest } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { createMarketplaceHit } from "../../bench/marketplace-answer.ts";
import { discloseOption, type Disclosure } from "./disclose-option.ts";

type Hit = ReturnType<typeof createMarketplaceHit>;

const request: SearchRequest = {
  legs: [{ from: "ESNF", to: "ESHB", date: "2026-12-13", time: "09:00", timeMeans: "departure", passengers: 1 }],
};

function showPhoto(url: string): string | null {
  return url.startsWith("https://sandbox.example/") ? "/photos/sealed" : null;
}

function createDisclosure(changes: Partial<Disclosure> = {}): Disclosure {
  return {
    request,
    pricing: { currency: "EUR", commission: { from: "marketplace" }, isRange: false },
    showPhoto,
    airports: new Map<string, Airport>(),
    findPosition: () => null,
    ...changes,
  };
}

/** What the page gets to see of a hit, after `change` was made to it. */
function shownOf(change: (hit: Hit) => unknown = () => {}, disclosure = createDisclosure()) {
  const hit = createMarketplaceHit();
  change(hit);
  return discloseOption(hit, disclosure)?.fields;
}

/** Puts in place of a field what its type would not allow. */
function put(target: object, field: string, value: unknown): void {
  Reflect.set(target, field, value);
}

describe("an option", () => {
  test("says what the end-client needs, in the shape and order of the public schema", () => {
    const option = discloseOption(createMarketplaceHit(), createDisclosure());
    const shown = { token: "x", ...option?.fields };
    const parsed = Option.parse(shown);
    expect(parsed).toEqual(shown);
    expect(JSON.stringify(parsed)).toBe(JSON.stringify(shown));
    expect(option?.hitId).toBe(createMarketplaceHit().id);
    expect(shown).toMatchObject({ kind: "aircraft", aircraftCount: 1, legs: [{ fuelStops: 0, distanceNm: 212 }] });
    expect(shown.photos).toEqual([
      { kind: "EXTERIOR", url: "/photos/sealed" },
      { kind: "INTERIOR", url: "/photos/sealed" },
    ]);
  });

  test("keeps its times as they were written, offset included", () => {
    expect(shownOf()?.legs[0]?.departsAt).toEqual({ utc: "2026-12-13T08:00:00Z", local: "2026-12-13T09:00:00+01:00" });
  });

  test("says that a time is open, whoever left it open", () => {
    const open = { ...request, legs: request.legs.map((leg) => ({ ...leg, time: null })) };
    expect(shownOf()?.legs[0]?.timeToBeDecided).toBe(false);
    expect(shownOf(() => {}, createDisclosure({ request: open }))?.legs[0]?.timeToBeDecided).toBe(true);
    const said = shownOf(({ quote }) => quote.segments.forEach((segment) => put(segment, "timeTBD", "true")));
    expect(said?.legs[0]?.timeToBeDecided).toBe(true);
  });

  test("shows an unknown category as it is, and a known one in one spelling", () => {
    expect(shownOf(({ quote }) => put(quote.lift, "aircraftCategory", "Heavy Jet"))?.category).toBe("Heavy jet");
    expect(shownOf(({ quote }) => put(quote.lift, "aircraftCategory", "Air taxi"))?.category).toBe("Air taxi");
  });
});

describe("R3: what identifies an operator", () => {
  const allowed = new Set([
    "quote.lift.aircraftCategory",
    "quote.lift.aircraftType",
    "quote.segments.0.startAirport.name",
    "quote.segments.0.startAirport.city",
    "quote.segments.0.endAirport.name",
    "quote.segments.0.endAirport.city",
  ]);

  test("of every text of a hit, only the aircraft's type and the trip's airports are shown", () => {
    const leaked = textsOf(createMarketplaceHit()).filter((path) => {
      const shown = shownOf((hit) => setAt(hit, path, "Zq7canary"));
      return JSON.stringify(shown ?? null)
        .toLowerCase()
        .includes("zq7canary");
    });
    expect(new Set(leaked)).toEqual(allowed);
  });

  test("of every number of a hit, none is shown that is not the trip's or the aircraft's own", () => {
    const leaked = numbersOf(createMarketplaceHit()).filter((path) => {
      const shown = shownOf((hit) => setAt(hit, path, 7654321));
      return JSON.stringify(shown ?? null).includes("7654321");
    });
    expect(leaked.toSorted()).toEqual([
      "quote.lift.aircraftTailDetails.yearOfMake",
      "quote.lift.maxPax",
      "quote.segments.0.blockMinutes",
      "quote.segments.0.distanceNM",
      "quote.segments.0.flightMinutes",
      "quote.segments.0.fuelStopCount",
      "quote.sellerPrice.price",
    ]);
  });

  test("a positioning flight tells where the aircraft lives: it is left out", () => {
    const shown = shownOf(({ quote }) => {
      const ferry = { ...structuredClone(quote.segments[0]), paxSegment: false };
      put(quote, "segments", [ferry, ...quote.segments, { ...ferry, paxSegment: "false" }]);
    });
    expect(shown?.legs).toHaveLength(1);
    expect(
      shownOf(({ quote }) => quote.segments.forEach((segment) => put(segment, "paxSegment", false))),
    ).toBeUndefined();
  });

  test("amenities and safety ratings that are on no list are left out", () => {
    const shown = shownOf(({ quote: { lift } }) => {
      lift.aircraftTailDetails.amenities = ["Lavatory", "Painted with our logo", "wifi", "LAVATORY"];
      put(lift, "safetyRatings", [
        { standard: "ARGUS", levelCode: "PLATINUM_ELITE", levelDisplayName: null },
        { standard: "Wyvern", levelDisplayName: "Wingman" },
        { standard: "ARGUS of Operator 12", levelDisplayName: "Gold" },
        { standard: "IS-BAO", levelDisplayName: "Call +1 555 0100" },
        "ARGUS",
      ]);
    });
    expect(shown?.aircraft?.amenities).toEqual(["Lavatory", "Wi-Fi"]);
    expect(shown?.aircraft?.safetyRatings).toEqual([
      { standard: "ARGUS", level: "Platinum Elite" },
      { standard: "WYVERN", level: "Wingman" },
    ]);
  });

  test("amenities are named in the visitor's language, and those on no list in none", () => {
    const shown = shownOf(
      ({ quote: { lift } }) => {
        lift.aircraftTailDetails.amenities = ["Lavatory", "Painted with our logo", "wifi", "Toilet"];
      },
      createDisclosure({ request: { ...request, locale: "de-AT" } }),
    );
    expect(shown?.aircraft?.amenities).toEqual(["Toilette", "WLAN"]);
  });

  test("photos of the tail are not shown, nor any from another host", () => {
    const shown = shownOf(({ quote: { lift } }) => {
      put(lift, "tailPhotos", structuredClone(lift.typePhotos));
      for (const copy of lift.typePhotos[0]?.copies ?? []) copy.url = "https://operator.example/tail.jpg";
    });
    expect(shown?.photos.map(({ kind }) => kind)).toEqual(["INTERIOR"]);
  });
});

describe("R11: an answer that is not what was expected", () => {
  test("unknown properties, anywhere, change nothing", () => {
    const plain = shownOf();
    const hit = addEverywhere(createMarketplaceHit());
    expect(discloseOption(hit, createDisclosure())?.fields).toEqual(plain);
  });

  test("numbers and flags as text are read as what they mean", () => {
    const texts = JSON.parse(JSON.stringify(createMarketplaceHit()), (_, value: unknown) =>
      typeof value === "number" || typeof value === "boolean" ? String(value) : value,
    );
    expect(discloseOption(texts, createDisclosure())?.fields).toEqual(shownOf());
  });

  test.each([
    ["a year that is none", ({ quote }: Hit) => put(quote.lift.aircraftTailDetails, "yearOfMake", "unknown")],
    ["no details at all", ({ quote }: Hit) => put(quote.lift, "aircraftTailDetails", null)],
    ["a list where one thing should be", ({ quote }: Hit) => put(quote.lift, "liftPerformance", [1])],
    ["ratings that are no list", ({ quote }: Hit) => put(quote.lift, "safetyRatings", { standard: "ARGUS" })],
    ["photos without copies", ({ quote }: Hit) => put(quote.lift, "typePhotos", [{ type: "EXTERIOR" }, null, 4])],
    ["no price", ({ quote }: Hit) => put(quote, "sellerPrice", { amount: 4 })],
  ])("%s costs a detail, not the option", (_, change) => {
    const shown = shownOf(change);
    expect(Option.safeParse({ token: "x", ...shown }).error).toBeUndefined();
  });

  test.each([
    ["no id", (hit: Hit) => put(hit, "id", "")],
    ["no quote", (hit: Hit) => put(hit, "quote", null)],
    ["an object where a text should be", ({ quote }: Hit) => put(quote.lift, "aircraftType", { toString: 1 })],
    ["no seats", ({ quote }: Hit) => put(quote.lift, "maxPax", "many")],
    ["no flights", ({ quote }: Hit) => put(quote, "segments", [])],
    [
      "nine flights",
      ({ quote }: Hit) =>
        put(
          quote,
          "segments",
          Array.from({ length: 9 }, () => quote.segments[0]),
        ),
    ],
    ["a time that is none", ({ quote }: Hit) => put(quote.segments[0]?.departureDateTime ?? {}, "dateTimeUTC", "soon")],
    [
      "an airport without a code",
      ({ quote }: Hit) => put(quote.segments[0] ?? {}, "endAirport", { id: "a", name: "B" }),
    ],
    ["negative minutes", ({ quote }: Hit) => put(quote.segments[0] ?? {}, "blockMinutes", -5)],
  ])("%s: the hit is left out", (_, change) => {
    expect(shownOf(change)).toBeUndefined();
  });

  test.each([null, undefined, "hit", 4, [], {}])("%j is no hit", (hit) => {
    expect(discloseOption(hit, createDisclosure())).toBeNull();
  });
});

describe("R9: text of the marketplace", () => {
  test.each(['The "King" Air', "two\r\nlines", "back\\slash", "<b onclick='x()'>&amp;</b>", "Phénom 🛩️ ١", "\u2028"])(
    "stays the text that it is: %j",
    (text) => {
      const shown = shownOf(({ quote }) => put(quote.lift, "aircraftType", text));
      expect(JSON.parse(JSON.stringify(shown)).type).toBe(text);
    },
  );
});

function textsOf(value: unknown, path = ""): string[] {
  return leavesOf(value, path)
    .filter(([, leaf]) => typeof leaf === "string")
    .map(([at]) => at);
}

function numbersOf(value: unknown): string[] {
  return leavesOf(value, "")
    .filter(([, leaf]) => typeof leaf === "number")
    .map(([at]) => at);
}

function leavesOf(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === "" ? key : `${path}.${key}`));
}

function setAt(target: object, path: string, value: unknown): void {
  const [key = "", ...rest] = path.split(".");
  const inner: unknown = Reflect.get(target, key);
  if (rest.length > 0 && typeof inner === "object" && inner !== null) setAt(inner, rest.join("."), value);
  else put(target, key, value);
}

function addEverywhere(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? { surprise: { deep: ["x"] }, ...inner, __more: "y", constructor: "z" }
      : inner,
  );
}
