import type { Option, OptionPrice } from "@liftline/schema";
import { describe, expect, test } from "vitest";
import { DomainError } from "../domain-error.ts";
import { createSealing, type Sealing, type SearchContent } from "./sealing.ts";

const start = Date.parse("2026-12-01T10:00:00Z");
const owner = { id: "demo", environment: "sandbox" } as const;
const secret = "a secret of the tests, 32 characters at least";

const content: SearchContent = {
  searchId: "asearch-23456789",
  expiresAt: "2026-12-01T10:30:00Z",
  currency: "EUR",
  groupBy: "aircraft",
  request: {
    legs: [{ from: "EGGW", to: "KTEB", date: "2026-12-13", time: null, timeMeans: "departure", passengers: 7 }],
  },
};

const fields: Omit<Option, "token"> = {
  kind: "category",
  category: "Heavy jet",
  type: null,
  maxPassengers: 14,
  aircraftCount: 3,
  price: { amount: 71500, amountTo: 90000, currency: "EUR", basis: "estimate" },
  legs: [],
  aircraft: null,
  photos: [],
};
const airport = { code: "EGGW", icao: "EGGW", iata: null, name: "A", city: "B", country: { code: "GB", name: "C" } };
const at = { utc: "2026-12-13T11:00:00Z", local: "2026-12-13T11:00:00+00:00" };
fields.legs.push({
  from: { ...airport, position: null },
  to: { ...airport, position: { latitude: 1.5, longitude: -2 } },
  departsAt: at,
  arrivesAt: at,
  timeToBeDecided: true,
  flightMinutes: 460,
  blockMinutes: 475,
  distanceNm: 3020,
  fuelStops: 0,
});

function createTestSealing(secrets = [secret], now = start): Sealing {
  return createSealing({ secrets, clock: { now: () => now } });
}

function sealOne(sealing: Sealing, token: string, hidden: { hitId?: string | null; price?: OptionPrice | null } = {}) {
  const item = { publicFields: JSON.stringify(fields), hitId: "asearchhit-922300011", price: null, ...hidden };
  const [sealed = ""] = sealing.sealOptions(owner, { token }, [item]);
  return { token: sealed, ...fields };
}

describe("a sealed search", () => {
  test("opens for its broker, whole", () => {
    const sealing = createTestSealing();
    const { token } = sealing.sealSearch(owner, content);
    expect(sealing.openSearch(owner, token)).toEqual({ ...content, token });
  });

  test("R6: shows nothing of the marketplace's id", () => {
    const { token } = createTestSealing().sealSearch(owner, content);
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("asearch");
    expect(token).not.toContain("asearch");
  });

  test("is another one each time, so that two searches cannot be joined", () => {
    const sealing = createTestSealing();
    expect(sealing.sealSearch(owner, content).token).not.toBe(sealing.sealSearch(owner, content).token);
  });

  test("says that it is too old only once its seal held", () => {
    const { token } = createTestSealing().sealSearch(owner, content);
    const later = createTestSealing([secret], Date.parse(content.expiresAt));
    expect(() => later.openSearch(owner, token)).toThrow(new DomainError("search.expired"));
    expect(() => later.openSearch({ ...owner, id: "other" }, token)).toThrow(new DomainError("option.unavailable"));
    expect(() => later.openSearch(owner, `${token.slice(0, -4)}AAAA`)).toThrow(new DomainError("option.unavailable"));
    const justBefore = createTestSealing([secret], Date.parse(content.expiresAt) - 1);
    expect(justBefore.openSearch(owner, token).searchId).toBe(content.searchId);
  });
});

describe("a sealed option", () => {
  test("opens with what it hides", () => {
    const sealing = createTestSealing();
    const search = sealing.sealSearch(owner, content);
    const shown = sealOne(sealing, search.token);
    expect(sealing.openOption(owner, search, shown)).toEqual({ hitId: "asearchhit-922300011", price: null });
    expect(shown.token.length).toBeLessThanOrEqual(70);
  });

  test.each([
    { amount: 71500, currency: "EUR", basis: "estimate" },
    { amount: 0, currency: "USD", basis: "reservable" },
    { amount: 1, amountTo: Number.MAX_SAFE_INTEGER, currency: "SEK", basis: "estimate" },
  ] satisfies OptionPrice[])("R22: carries the price that the broker hides: %o", (price) => {
    const sealing = createTestSealing();
    const search = sealing.sealSearch(owner, content);
    const opened = sealing.openOption(owner, search, sealOne(sealing, search.token, { hitId: null, price }));
    expect(opened).toEqual({ hitId: null, price });
  });

  test("does not tell by its length what the hidden price is", () => {
    const sealing = createTestSealing();
    const lengths = [1, 71500, 123456789].map(
      (amount) => sealOne(sealing, "s", { price: { amount, currency: "EUR", basis: "estimate" } }).token.length,
    );
    expect(new Set(lengths).size).toBe(1);
  });

  test.each(["-", "", "gh-", "p0000", '{"a":"b\\n"}', "7947FDC6-3118", "über/🛩️ ?&", "\u0000"])(
    "R7: keeps the marketplace's id as it is, whatever it looks like: %j",
    (hitId) => {
      const sealing = createTestSealing();
      const search = sealing.sealSearch(owner, content);
      for (const price of [null, { amount: 5, currency: "EUR", basis: "estimate" }] satisfies (OptionPrice | null)[]) {
        const opened = sealing.openOption(owner, search, sealOne(sealing, search.token, { hitId, price }));
        expect(opened).toEqual({ hitId, price });
      }
    },
  );

  test("opens whatever order the visitor's JSON put the fields in", () => {
    const sealing = createTestSealing();
    const search = sealing.sealSearch(owner, content);
    const shuffled = reverseKeys(sealOne(sealing, search.token));
    expect(Object.keys(shuffled)[0]).toBe("photos");
    expect(sealing.openOption(owner, search, shuffled).hitId).toBe("asearchhit-922300011");
  });

  test("many are sealed at once, each to itself", () => {
    const sealing = createTestSealing();
    const search = sealing.sealSearch(owner, content);
    const texts = ["short", "a text that is longer by far, ünd nicht ASCII 🛩️", ""];
    const all = texts.map((category) => ({ ...fields, category }));
    const tokens = sealing.sealOptions(
      owner,
      search,
      all.map((option) => ({ publicFields: JSON.stringify(option), hitId: option.category, price: null })),
    );
    expect(new Set(tokens).size).toBe(3);
    all.forEach((option, index) => {
      const opened = sealing.openOption(owner, search, { token: tokens[index] ?? "", ...option });
      expect(opened.hitId).toBe(texts[index]);
    });
    expect(() => sealing.openOption(owner, search, { token: tokens[1] ?? "", ...fields })).toThrow(DomainError);
    expect(sealing.sealOptions(owner, search, [])).toEqual([]);
  });
});

describe("a sealed photo", () => {
  const photo = { path: "/mediafiles/store/2582/a.jpg?x=1", expiresAt: "2026-12-02T10:00:00Z" };

  test("names its broker, until its time is over", () => {
    const token = createTestSealing().photoSealer(owner, photo.expiresAt)(photo.path);
    expect(createTestSealing().openPhoto(token)).toEqual({ brokerId: "demo", environment: "sandbox", ...photo });
    const later = createTestSealing([secret], Date.parse(photo.expiresAt));
    expect(() => later.openPhoto(token)).toThrow(new DomainError("photo.unavailable"));
  });

  test("R6: hides the marketplace's address", () => {
    const token = createTestSealing().photoSealer(owner, photo.expiresAt)(photo.path);
    expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("2582");
  });
});

describe("the keys", () => {
  test("rotate: the first secret seals, every listed one opens", () => {
    const old = createTestSealing().sealSearch(owner, content);
    const both = createTestSealing(["another secret of at least 32 characters", secret]);
    const after = createTestSealing(["another secret of at least 32 characters"]);
    expect(both.openSearch(owner, old.token).searchId).toBe(content.searchId);
    expect(after.openSearch(owner, both.sealSearch(owner, content).token).searchId).toBe(content.searchId);
    expect(() => after.openSearch(owner, old.token)).toThrow(new DomainError("option.unavailable"));
  });

  test("are needed", () => {
    expect(() => createTestSealing([])).toThrow("at least one secret");
  });
});

function reverseKeys<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toReversed())
      : inner,
  );
}
