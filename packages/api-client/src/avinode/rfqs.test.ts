import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf } from "../../test/marketplace.ts";
import { AvinodeError } from "./errors.ts";
import { createRfqs } from "./rfqs.ts";

const base = "https://marketplace.example/api";
const link = (type: string, id: string) => ({ id, type, href: `${base}/${type}/${id}` });
const rfq = {
  ...link("rfqs", "arfq-1"),
  links: { tripmsgs: [link("tripmsgs", "abuyermsg-1")] },
  actions: { decline: { type: "decline", httpMethod: "POST", href: `${base}/tripmsgs/arfq-1/decline` } },
  createdOn: "2026-12-01T10:00Z",
  buyerCompany: { id: "F2341E00", companyId: "11722", displayName: 'A "quoted" \\ name' },
  sellerLift: [
    {
      id: "asellerlift-1",
      links: { quotes: [link("quotes", "aquote-1")] },
      aircraftCategory: "Cloud jet",
      maxPax: "12",
      ownAircraft: "true",
      sourcingDisplayStatus: "Thinking",
      sourcingStatus: "17",
      avinodeQuote: {
        sellerPrice: { currency: "EUR", price: "14400", conversionCurrency: null, convertedPrice: null },
      },
    },
  ],
  segments: [
    {
      startAirport: { searchValue: "The lawn" },
      endAirport: { selectedValue: 5948, searchValue: "ESSD", icao: "ESSD" },
      dateTime: { date: "2026-12-13", time: "09:00", departure: true, local: true },
      paxCount: "2",
      departureDateTime: { dateTimeUTC: "2026-12-13T08:00:00Z", dateTimeLocal: "2026-12-13T09:00:00+01:00" },
    },
  ],
  tripId: "Y2AW5H",
};

async function read(data: unknown) {
  const { connection } = createMarketplace(() => answer(data));
  return createRfqs(connection).read("arfq-1");
}

describe("an RFQ", () => {
  test.each([
    ["alone", rfq],
    ["as a list of one (G19)", [rfq]],
  ])("is read %s, numbers and flags as text and words nobody knows included", async (_how, data) => {
    expect(await read(data)).toMatchObject({
      tripId: "Y2AW5H",
      buyerCompany: { companyId: 11_722, displayName: 'A "quoted" \\ name' },
      sellerLift: [
        {
          maxPax: 12,
          ownAircraft: true,
          sourcingDisplayStatus: "Thinking",
          sourcingStatus: 17,
          aircraftCategory: "Cloud jet",
          avinodeQuote: { sellerPrice: { price: 14_400 } },
        },
      ],
      segments: [{ paxCount: 2, startAirport: { searchValue: "The lawn" } }],
    });
  });

  test("R11: loses what is odd in it and nothing else", async () => {
    const [lift] = rfq.sellerLift;
    const odd = {
      ...rfq,
      links: { tripmsgs: link("tripmsgs", "abuyermsg-1"), quotes: "none" },
      buyerCompany: ["nobody"],
      sellerLift: [{ ...lift, maxPax: "many", links: 7 }, null, { aircraftType: "without an id" }, lift],
      canceled: "perhaps",
    };
    const got = await read(odd);
    expect(got.links?.tripmsgs).toHaveLength(1);
    expect([got.buyerCompany, got.canceled, got.links?.quotes]).toEqual([null, null, null]);
    expect(got.sellerLift?.map(({ maxPax }) => maxPax)).toEqual([null, 12]);
  });

  test.each([
    ["without an id", { ...rfq, id: undefined }],
    ["as an empty list", []],
    ["as text", "arfq-1"],
    ["as nothing", null],
  ])("%s cannot be read", async (_what, data) => {
    expect(await failureOf(read(data))).toMatchObject({ reason: "unreadable", effect: "none" });
  });

  test("R11: with anything anywhere is read, or is a typed failure", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.jsonValue({ maxDepth: 2 }), async (at, value) => {
        const places = placesIn(rfq);
        const { place, put } = places[at % places.length]!;
        const outcome = await read(put(value)).catch((error: unknown) => error);
        const isIt =
          outcome instanceof AvinodeError ? outcome.reason === "unreadable" : place === "id" || isRfq(outcome);
        expect(isIt).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function isRfq(outcome: unknown): boolean {
  return typeof outcome === "object" && outcome !== null && "id" in outcome && outcome.id === "arfq-1";
}

/** Every property, however deep, and how to put something else there. */
function placesIn(value: unknown, place = ""): { place: string; put(other: unknown): unknown }[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = place === "" ? key : `${place}.${key}`;
    const put = (other: unknown): unknown =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    const deeper = placesIn(inner, here).map((one) => ({
      place: one.place,
      put: (other: unknown) => put(one.put(other)),
    }));
    return [{ place: here, put }, ...deeper];
  });
}

describe("lists", () => {
  test("ask for a page and its fields, and leave out what cannot be read", async () => {
    const events: [string, object | undefined][] = [];
    const note = (event: string, fields?: object) => void events.push([event, fields]);
    const { connection, seen } = createMarketplace(() => answer([rfq, { id: 7 }, null]), {
      log: { info: () => {}, warn: note },
    });
    const page = { from: "2026-12-01T10:00:00Z", after: "arfq-0", size: 2 };
    const found = await createRfqs(connection).list(page, { fields: ["buyermessages", "timestamps"] });
    expect(found.map(({ id }) => id)).toEqual(["arfq-1"]);
    expect(events).toEqual([["marketplace.items-dropped", { operation: "rfqs.list", dropped: 2, kept: 1 }]]);
    expect(Object.fromEntries(seen[0]!.url.searchParams)).toMatchObject({
      "page[firstseek]": "2026-12-01T10:00:00Z",
      "page[seek]": "arfq-0",
      "page[size]": "2",
    });
    expect(seen[0]?.url.searchParams.getAll("fields[rfqs]")).toEqual(["buyermessages", "timestamps"]);
  });

  test.each([
    ["nothing", undefined, 0],
    ["null", null, 0],
    ["one thing", rfq, 1],
    ["a list", [rfq, rfq], 2],
  ])("can come as %s", async (_what, data, length) => {
    const { connection } = createMarketplace(() => answer(data));
    expect(await createRfqs(connection).list()).toHaveLength(length);
    expect(await createRfqs(connection).readOfTrip("atrip-1")).toHaveLength(length);
  });
});

test("an empty choice goes nowhere", async () => {
  const { connection, seen } = createMarketplace(() => answer({ id: "atrip-1" }));
  const failure = await failureOf(createRfqs(connection).create({ searchResultIds: [] }));
  expect(failure).toMatchObject({ reason: "invalid", sent: false, faults: [{ path: "searchResultIds" }] });
  expect(seen).toEqual([]);
});
