import type { Option } from "@liftline/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DomainError } from "../domain-error.ts";
import { createSealing, type SearchContent } from "./sealing.ts";

const clock = { now: () => Date.parse("2026-12-01T10:00:00Z") };
const sealing = createSealing({ secrets: ["a secret of the tests, 32 characters at least"], clock });
const stranger = createSealing({ secrets: ["a secret of somebody else, of 32 characters"], clock });
const owner = { id: "demo", environment: "sandbox" } as const;
const others = [
  { id: "other", environment: "sandbox" },
  { id: "demo", environment: "live" },
  { id: 'demo","sandbox', environment: "sandbox" },
] as const;

const content: SearchContent = {
  searchId: "asearch-23456789",
  expiresAt: "2026-12-01T10:30:00Z",
  currency: "EUR",
  groupBy: "aircraft",
  request: {
    legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: "11:00", timeMeans: "departure", passengers: 7 }],
  },
};
const luton = {
  code: "EGGW",
  icao: "EGGW",
  iata: "LTN",
  name: "Luton",
  city: "London",
  country: { code: "GB", name: "United Kingdom" },
  position: { latitude: 51.87, longitude: -0.37 },
};
const fields: Omit<Option, "token"> = {
  kind: "aircraft",
  category: "Heavy jet",
  type: "Falcon 2000",
  maxPassengers: 10,
  aircraftCount: 1,
  price: { amount: 71500, amountTo: 90000, currency: "EUR", basis: "estimate" },
  legs: [
    {
      from: luton,
      to: { ...luton, code: "KTEB", position: null },
      departsAt: { utc: "2026-12-13T11:00:00Z", local: "2026-12-13T11:00:00+00:00" },
      arrivesAt: { utc: "2026-12-13T18:40:00Z", local: "2026-12-13T13:40:00-05:00" },
      timeToBeDecided: false,
      flightMinutes: 460,
      blockMinutes: 475,
      distanceNm: 3020,
      fuelStops: 0,
    },
  ],
  aircraft: {
    yearOfMake: 2008,
    amenities: ["Lavatory", "Wi-Fi"],
    rangeNm: 3350,
    cruiseSpeedKt: 470,
    safetyRatings: [{ standard: "ARGUS", level: "Gold" }],
  },
  photos: [{ kind: "EXTERIOR", url: "/photos/x" }],
};
const search = sealing.sealSearch(owner, content);
const otherSearch = sealing.sealSearch(owner, content);
const [token = ""] = sealing.sealOptions(owner, search, [
  { publicFields: JSON.stringify(fields), hitId: "asearchhit-922300011", price: null },
]);
const option: Option = { token, ...fields };
const photo = sealing.photoSealer(owner, "2026-12-02T10:00:00Z")("/mediafiles/store/2582/a.jpg");

/** A token that is not the given one: flipped, cut, lengthened, spelled otherwise, spliced or made up. */
function forged(genuine: string): fc.Arbitrary<string> {
  const bytes = Buffer.from(genuine, "base64url");
  const flipped = fc.nat(bytes.length * 8 - 1).map((bit) => {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return copy.toString("base64url");
  });
  const character = fc
    .tuple(fc.nat(genuine.length - 1), fc.constantFrom(...Array.from("ABCabc012-_+/= \n.")))
    .map(([at, letter]) => genuine.slice(0, at) + letter + genuine.slice(at + 1));
  const cut = fc.nat(genuine.length - 1).map((length) => genuine.slice(0, length));
  const lengthened = fc.string({ minLength: 1, maxLength: 8 }).map((tail) => genuine + tail);
  const spelled = fc.constantFrom(
    `${genuine}=`,
    `${genuine}==`,
    ` ${genuine}`,
    `${genuine}\n`,
    Buffer.from(bytes).toString("hex"),
  );
  const spliced = fc
    .tuple(fc.constantFrom(search.token, photo, token), fc.nat(40))
    .map(([other, at]) => genuine.slice(0, at) + other.slice(at));
  const made = fc.uint8Array({ maxLength: 120 }).map((random) => Buffer.from(random).toString("base64url"));
  return fc.oneof(flipped, character, cut, lengthened, spelled, spliced, made).filter((text) => text !== genuine);
}

/** The same option with one leaf that is not what it was. */
const changedOption: fc.Arbitrary<Option> = fc
  .tuple(
    fc.constantFrom(...leavesOf(fields)),
    fc.oneof(fc.integer(), fc.nat(), fc.string(), fc.constant(null), fc.boolean()),
  )
  .filter(([{ value }, other]) => !Object.is(value, other))
  .map(([{ path }, other]) => {
    const copy: Option = structuredClone(option);
    setLeaf(copy, path, other);
    return copy;
  });

function outcome(open: () => unknown): unknown {
  try {
    open();
    return "opened";
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
}

describe("what opens without forgery, as a control", () => {
  test("is the search, the option and the photo as they were sealed", () => {
    expect(outcome(() => sealing.openSearch(owner, search.token))).toBe("opened");
    expect(outcome(() => sealing.openOption(owner, search, structuredClone(option)))).toBe("opened");
    expect(outcome(() => sealing.openPhoto(photo))).toBe("opened");
  });
});

describe("no forgery opens, and each looks the same", () => {
  test("R22: 10,000 tampered option tokens", () => {
    fc.assert(
      fc.property(forged(token), (text) => {
        expect(outcome(() => sealing.openOption(owner, search, { ...option, token: text }))).toBe("option.unavailable");
      }),
      { numRuns: 10_000 },
    );
  });

  test("R22: 10,000 changes of a price or of any other public field", () => {
    fc.assert(
      fc.property(changedOption, (changed) => {
        expect(outcome(() => sealing.openOption(owner, search, changed))).toBe("option.unavailable");
      }),
      { numRuns: 10_000 },
    );
  });

  test("each single public field, changed, removed or joined by another", () => {
    for (const { path, value } of leavesOf(fields)) {
      const changed: Option = structuredClone(option);
      setLeaf(changed, path, typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value}x`);
      expect([path, outcome(() => sealing.openOption(owner, search, changed))]).toEqual([path, "option.unavailable"]);
    }
    const more = [
      { ...option, extra: 1 },
      { ...option, legs: [...option.legs, ...option.legs] },
      { ...option, photos: [] },
    ];
    for (const changed of more) {
      expect(outcome(() => sealing.openOption(owner, search, changed))).toBe("option.unavailable");
    }
  });

  test("R19: 10,000 tampered search tokens", () => {
    fc.assert(
      fc.property(forged(search.token), (text) => {
        expect(outcome(() => sealing.openSearch(owner, text))).toBe("option.unavailable");
      }),
      { numRuns: 10_000 },
    );
  });

  test("10,000 tampered photo tokens", () => {
    fc.assert(
      fc.property(forged(photo), (text) => {
        expect(outcome(() => sealing.openPhoto(text))).toBe("photo.unavailable");
      }),
      { numRuns: 10_000 },
    );
  });

  test("R13: another broker, another environment", () => {
    for (const other of others) {
      expect(outcome(() => sealing.openSearch(other, search.token))).toBe("option.unavailable");
      expect(outcome(() => sealing.openOption(other, search, option))).toBe("option.unavailable");
    }
  });

  test("R19: another search of the same broker, even for the same trip", () => {
    expect(outcome(() => sealing.openOption(owner, otherSearch, option))).toBe("option.unavailable");
  });

  test("another purpose", () => {
    expect(outcome(() => sealing.openSearch(owner, token))).toBe("option.unavailable");
    expect(outcome(() => sealing.openSearch(owner, photo))).toBe("option.unavailable");
    expect(outcome(() => sealing.openPhoto(search.token))).toBe("photo.unavailable");
    for (const text of [search.token, photo]) {
      expect(outcome(() => sealing.openOption(owner, search, { ...option, token: text }))).toBe("option.unavailable");
    }
  });

  test("R8: somebody else's secret", () => {
    expect(outcome(() => stranger.openSearch(owner, search.token))).toBe("option.unavailable");
    expect(outcome(() => stranger.openOption(owner, search, option))).toBe("option.unavailable");
    expect(outcome(() => stranger.openPhoto(photo))).toBe("photo.unavailable");
  });
});

interface Leaf {
  path: (string | number)[];
  value: string | number | boolean | null;
}

function leavesOf(value: unknown, path: Leaf["path"] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((inner: unknown, index) => leavesOf(inner, [...path, index]));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  }
  const isLeaf = typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null;
  return isLeaf ? [{ path, value }] : [];
}

function setLeaf(target: object, path: Leaf["path"], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  const inner: unknown = Reflect.get(target, key);
  if (rest.length > 0 && typeof inner === "object" && inner !== null) setLeaf(inner, rest, value);
  else Reflect.set(target, key, value);
}
