import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, createMarketplace, failureOf, refusal } from "../../test/marketplace.ts";
import { createEmptyLegs } from "./empty-legs.ts";
import { AvinodeError } from "./errors.ts";

const base = "https://marketplace.example/api";
const instant = { dateTimeUTC: "2026-12-05T09:00Z", dateTimeLocal: "2026-12-05T10:00:00+01:00" };
const leg = {
  id: "el-1",
  href: `${base}/emptylegs/el-1`,
  type: "emptylegs",
  lift: { id: "el-1", aircraftCategory: "Cloud jet", aircraftType: "Citation CJ4", maxPax: "9", ownAircraft: "false" },
  price: {
    currency: "EUR",
    price: "9000",
    conversionCurrency: "USD",
    convertedPrice: 10_000.5,
    priceAsString: "9 000",
  },
  startAirport: { id: "aport-1", name: "LUTON", icao: "EGGW" },
  endAirport: { id: "aport-2", name: "PALMA", iata: "PMI" },
  startDate: instant,
  endDate: instant,
  brokered: "false",
  sellerVerified: "true",
  ownEmptyLeg: false,
};
const wish = { startAirport: { icao: "EGGW", iata: "" }, date: "2026-12-05", passengers: "2" };
const published = {
  lift: { aircraftTail: "G-ABCD" },
  startAirport: { icao: "EGGW" },
  endAirport: { icao: "LEPA" },
  startDate: "2026-12-05T09:00Z",
  endDate: "2026-12-05T11:20Z",
};

function connect(
  ...[reply, settings]: [Parameters<typeof createMarketplace>[0], Parameters<typeof createEmptyLegs>[1]?]
) {
  const { connection, ...rest } = createMarketplace(reply);
  return { legs: createEmptyLegs(connection, settings), ...rest };
}

describe("a search for empty legs", () => {
  test("asks for each sparse field in its own parameter, and leaves the legs unread", async () => {
    const results = [leg, { id: "el-2", lift: null }, 7];
    const { legs, seen } = connect(() => answer([{ id: "asearch-1", results }]));
    const found = await legs.search(wish, { fields: ["flighttime", "calculatedprice"] });
    expect(found).toEqual({ id: "asearch-1", results });
    expect([seen[0]?.method, seen[0]?.url.pathname]).toEqual(["POST", "/api/emptylegs/search"]);
    expect(decodeURIComponent(seen[0]?.url.search ?? "")).toBe(
      "?fields[search]=flighttime&fields[search]=calculatedprice",
    );
    expect(JSON.parse(seen[0]?.body ?? "")).toEqual(wish);
  });

  test("finds nothing where there is nothing", async () => {
    expect(await connect(() => answer({ id: "asearch-1", results: null })).legs.search(wish)).toEqual({
      id: "asearch-1",
      results: [],
    });
  });

  test.each([
    ["without an airport", { date: "2026-12-05" }],
    ["with empty codes only", { startAirport: { icao: "" }, endAirport: {}, date: "2026-12-05" }],
    ["with a date that is none", { ...wish, date: "5 December" }],
  ])("%s does not leave (G29)", async (_, body) => {
    const { legs, seen } = connect(() => answer(leg));
    expect(await failureOf(legs.search(body))).toMatchObject({ reason: "invalid", sent: false });
    expect(seen).toEqual([]);
  });

  test("is repeated only where it did not begin", async () => {
    const { legs, seen, time } = connect((_, index) => (index === 0 ? refusal(503) : answer({ id: "asearch-1" })));
    expect((await time.run(legs.search(wish))).id).toBe("asearch-1");
    expect(seen).toHaveLength(2);
    const failing = connect(() => refusal(500));
    expect(await failureOf(failing.legs.search(wish))).toMatchObject({ reason: "unavailable", effect: "none" });
    expect(failing.seen).toHaveLength(1);
  });
});

describe("an empty leg", () => {
  test.each([
    ["by id", "el-1"],
    ["by the address of a notification", `${base}/emptylegs/el-1`],
    ["by a link", { href: `${base}/emptylegs/el-1` }],
  ])("is read %s, numbers and flags as text included", async (_, target) => {
    const { legs, seen } = connect(() => answer(leg));
    expect(await legs.read(target, { fields: ["flighttime"] })).toMatchObject({
      lift: { maxPax: 9, ownAircraft: false, aircraftCategory: "Cloud jet" },
      price: { price: 9000 },
      brokered: false,
      sellerVerified: true,
    });
    expect(seen[0]?.url.pathname).toBe("/api/emptylegs/el-1");
    expect(decodeURIComponent(seen[0]?.url.search ?? "")).toBe("?fields[emptylegs]=flighttime");
  });

  test("R24: that is no longer published is not-found", async () => {
    const { legs } = connect(() => refusal(404, { errors: [{ code: "NOT_FOUND" }] }));
    expect(await failureOf(legs.read("el-1"))).toMatchObject({ reason: "not-found", status: 404 });
  });

  test.each([
    "https://elsewhere.example/api/emptylegs/el-1",
    `${base}/leads/el-1`,
    `${base}/emptylegs/el-1/getall`,
    `${base}/emptylegs/el-1?token=1`,
    "",
  ])("R26: is not read at %j", async (target) => {
    const { legs, seen } = connect(() => answer(leg));
    expect(await failureOf(legs.read(target))).toMatchObject({ reason: "invalid", sent: false });
    expect(seen).toEqual([]);
  });

  test("R11: whatever is odd in what is not needed, it is read all the same", async () => {
    const odd = fc.record(
      {
        price: fc.jsonValue(),
        calculatedPrice: fc.jsonValue(),
        sellerCompany: fc.jsonValue(),
        brokered: fc.jsonValue(),
        sellerMessage: fc.jsonValue(),
        flightTime: fc.jsonValue(),
        somethingNew: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(odd, async (fields) => {
        const { legs } = connect(() => answer({ ...leg, ...fields }));
        expect(await legs.read("el-1")).toMatchObject({ id: "el-1", endAirport: { iata: "PMI" } });
      }),
    );
  });

  test("whatever comes, it is a leg or a typed failure", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (data) => {
        const { legs } = connect(() => answer(data));
        const outcome = await legs.read("el-1").catch((error: unknown) => error);
        expect(outcome instanceof AvinodeError ? outcome.reason : "read").toMatch(/^(read|unreadable)$/);
      }),
    );
  });
});

describe("a seller's leg", () => {
  test("is published, replaced and taken back; an answer without a body will do", async () => {
    const { legs, seen } = connect(({ method }) =>
      method === "POST" ? answer(leg, { status: 201 }) : new Response(null, { status: 204 }),
    );
    expect(await legs.create(published)).toEqual({ id: "el-1" });
    await legs.update("el-1", { ...published, published: false });
    await legs.delete(`${base}/emptylegs/el-1`);
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      "POST /api/emptylegs",
      "PUT /api/emptylegs/el-1",
      "DELETE /api/emptylegs/el-1",
    ]);
    expect([seen[2]?.body, seen[2]?.headers.get("content-type")]).toEqual(["", null]);
  });

  test("R12: is sent once, and the error tells what may have happened", async () => {
    for (const call of ["create", "update", "delete"] as const) {
      const { legs, seen } = connect(() => refusal(504));
      const sent =
        call === "create"
          ? legs.create(published)
          : call === "update"
            ? legs.update("el-1", published)
            : legs.delete("el-1");
      expect(await failureOf(sent)).toMatchObject({ reason: "ambiguous", effect: "unknown" });
      expect(seen).toHaveLength(1);
    }
    const { legs } = connect(() => answer({ type: "emptylegs" }));
    expect(await failureOf(legs.create(published))).toMatchObject({ reason: "unreadable", effect: "unknown" });
  });

  test("does not leave with what the documentation does not know", async () => {
    const { legs, seen } = connect(() => answer(leg));
    const typo = { ...published, sellerprice: 9000 };
    expect(await failureOf(legs.create(typo))).toMatchObject({ reason: "invalid", sent: false });
    expect(seen).toEqual([]);
  });
});

describe("R24: a view report", () => {
  test("goes to the path that the marketplace has told, once", async () => {
    const { legs, seen } = connect(() => new Response(null, { status: 204 }), { viewedPath: "/viewed" });
    await legs.reportViewed(`${base}/emptylegs/el-1`);
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(["POST /api/emptylegs/el-1/viewed"]);
  });

  test("goes nowhere while nobody knows the path", async () => {
    const { legs, seen } = connect(() => answer(null));
    expect(await failureOf(legs.reportViewed("el-1"))).toMatchObject({ operation: "emptylegs.viewed", sent: false });
    expect(seen).toEqual([]);
  });
});
